package org.tandem.bpmn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelFilesTest {

    private final ModelFiles models = ModelFiles.inFolder(Path.of("processes"));

    @Test
    void onlyWhatHasChangedIsReadAgain() {
        var changed = models.with(Map.of("escalation.bpmn", "<rubbish".getBytes(UTF_8)));

        assertThat(changed.library().processes().get("resolve-inquiry"))
                .isSameAs(models.library().processes().get("resolve-inquiry"));
        assertThat(changed.library().processes()).doesNotContainKey("escalation");
        assertThat(changed.library().problems()).extracting(Problem::file).contains("escalation.bpmn");
        assertThat(models.library().problems()).isEmpty();
    }

    @Test
    void anIdThatTwoFilesHaveIsAProblemOfTheSecond() {
        var twice = models.with(Map.of("z.bpmn", models.files().get("escalation.bpmn")));

        assertThat(twice.library().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("z.bpmn");
            assertThat(problem.message()).isEqualTo("another file has a process with the same id");
        });
    }
}
