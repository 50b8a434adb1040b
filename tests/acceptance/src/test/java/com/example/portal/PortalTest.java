package com.example.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.change.ChangeSet;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.emit.Repository;
import dev.headwater.examples.HubSpotPlan;
import dev.headwater.prefect.PrefectEmitter;
import dev.headwater.problem.RepositoryException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A portal that keeps repositories behind an API of its own, and takes changes as data. */
class PortalTest {

    /** What the portal's host offers. */
    private static final class Host {

        private final Map<String, String> files = new TreeMap<>();

        Repository repository(String name) {
            return new Repository() {
                @Override
                public String name() {
                    return name;
                }

                @Override
                public Optional<byte[]> read(String path) {
                    return Optional.ofNullable(files.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
                }

                @Override
                public List<String> list(String directory) {
                    TreeSet<String> names = new TreeSet<>();
                    String prefix = directory.isEmpty() ? "" : directory + "/";
                    files.keySet().stream()
                            .filter(path -> path.startsWith(prefix))
                            .map(path -> path.substring(prefix.length()))
                            .forEach(rest -> names.add(rest.replaceAll("/.*", "/")));
                    return List.copyOf(names);
                }
            };
        }

        void commit(ChangeSet changes) {
            changes.files().forEach(file -> files.put(file.path(), file.after().orElseThrow()));
        }
    }

    @Test
    void changesAreTakenAsDataAndASecondOnboardingFindsThem() {
        Host host = new Host();
        host.files.put("prefect.yaml", "name: pipelines\ndeployments: []  # none yet\n");
        Workspace workspace =
                Workspace.of().repository(host.repository("data-pipelines"), new DltEmitter(), new PrefectEmitter());
        Preview preview = workspace.onboard(HubSpotPlan.plan());
        host.commit(preview.changes("data-pipelines"));
        assertThat(host.files.get("prefect.yaml"))
                .startsWith("name: pipelines\ndeployments:  # none yet\n  - name: hubspot-daily\n");
        assertThat(workspace
                        .onboard(HubSpotPlan.plan())
                        .changes("data-pipelines")
                        .files())
                .isEmpty();
    }

    @Test
    void applyRefusesWhatIsNotAFolderInOneSentence() {
        Preview preview = Workspace.of()
                .repository(new Host().repository("data-pipelines"), new DltEmitter())
                .onboard(HubSpotPlan.plan());
        assertThatThrownBy(preview::apply)
                .isInstanceOf(RepositoryException.class)
                .hasMessage("The repository \"data-pipelines\" is not a folder, so its changes cannot be applied here;"
                        + " take them from changes().");
    }
}
