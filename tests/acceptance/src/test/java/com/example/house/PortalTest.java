package com.example.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.change.FileChange;
import dev.headwater.plan.DataSourcePlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PortalTest {

    /** A host whose pull requests are merged at once. */
    private static final class Host implements Portal.GitHost {

        private final Map<String, String> files = new TreeMap<>();
        private final List<String> opened = new ArrayList<>();

        @Override
        public List<String> paths(String repository) {
            return List.copyOf(files.keySet());
        }

        @Override
        public Optional<byte[]> file(String repository, String path) {
            return Optional.ofNullable(files.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void openPullRequest(String repository, List<FileChange> changes, String description) {
            opened.add(repository);
            changes.forEach(file -> files.put(file.path(), file.after().orElseThrow()));
        }
    }

    private final Host host = new Host();
    private final Portal portal = new Portal(host);

    private static DataSourcePlan.Builder form(String table) {
        return DataSourcePlan.builder()
                .loader(NightlyCopy.loader())
                .source(
                        "crm",
                        new DatabaseCopy("crm-replica"),
                        source -> source.table(
                                "accounts",
                                it -> it.description("One row per account.")
                                        .from(new DatabaseCopy.From("public", table))
                                        .primaryKey("id")));
    }

    @Test
    void problemsAreShownAtTheirFields() {
        assertThat(portal.submit(form(" ")))
                .singleElement()
                .asString()
                .contains("sources[0].tables[0].settings.table: ", "is blank");
    }

    @Test
    void whatIsMissingIsShownAndNothingIsOpened() {
        assertThat(portal.submit(form("accounts"))).singleElement().asString().contains("connections.yaml");
        assertThat(host.opened).isEmpty();
    }

    @Test
    void aSecondSubmissionOpensNothing() {
        host.files.put("connections.yaml", "connections:\n  - name: crm-replica\n");
        assertThat(portal.submit(form("accounts"))).isEmpty();
        assertThat(portal.submit(form("accounts"))).isEmpty();
        assertThat(host.opened).containsExactly("nightly-copy");
        assertThat(host.files.get("copies.yaml")).contains("- name: crm.accounts");
    }
}
