package dev.headwater.terraform;

import dev.headwater.emit.Repository;
import dev.headwater.read.HclBlock;
import dev.headwater.read.HclFile;
import dev.headwater.read.SourceText;
import dev.headwater.read.UnreadableTextException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Terraform that stands in a folder already. Files that cannot be read are the reconciler's to report. */
final class Configuration {

    private final Repository repository;
    private final String folder;
    private final List<HclBlock> blocks = new ArrayList<>();

    Configuration(Repository repository, String folder) {
        this.repository = repository;
        this.folder = folder;
        texts(folder).values().forEach(this::read);
    }

    private void read(String text) {
        try {
            blocks.addAll(HclFile.parse(text).blocks());
        } catch (UnreadableTextException reportedElsewhere) {
            // Its blocks are unknown here; the reconciler makes a conflict of it.
            return;
        }
    }

    Map<String, String> texts(String directory) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : repository.list(directory)) {
            String path = directory.isEmpty() ? name : directory + "/" + name;
            if (name.endsWith(".tf")) {
                repository.read(path).ifPresent(bytes -> texts.put(path, decode(bytes)));
            }
        }
        return texts;
    }

    private static String decode(byte[] bytes) {
        try {
            return SourceText.decode(bytes, "hcl");
        } catch (UnreadableTextException reportedElsewhere) {
            return "";
        }
    }

    String folder() {
        return folder;
    }

    List<HclBlock> blocks(String type) {
        return blocks.stream().filter(block -> block.type().equals(type)).toList();
    }

    boolean hasModule(String label) {
        return blocks("module").stream().anyMatch(block -> block.is("module", List.of(label)));
    }

    /** Whether some block but the named one speaks of a reference. */
    boolean grantsWarehouse(String userReference, String ownGrant) {
        boolean byGrant = blocks("resource").stream()
                .filter(block -> !block.labels().contains(ownGrant))
                .filter(block -> block.labels().contains("snowflake_grant_privileges_to_account_role"))
                .filter(block -> block.blocks().stream().anyMatch(Configuration::isOnWarehouse))
                .anyMatch(block -> mentions(block, "account_role_name", userReference));
        return byGrant || isInUsageRoles(userReference);
    }

    boolean isInUsageRoles(String userReference) {
        return blocks("module").stream().anyMatch(block -> mentions(block, "warehouse_usage_roles", userReference));
    }

    private static boolean isOnWarehouse(HclBlock nested) {
        return nested.attribute("object_type")
                .flatMap(type -> type.literal())
                .filter("WAREHOUSE"::equals)
                .isPresent();
    }

    private static boolean mentions(HclBlock block, String attribute, String reference) {
        return block.attribute(attribute)
                .filter(value -> value.expression().contains(reference))
                .isPresent();
    }
}
