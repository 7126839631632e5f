package org.tandem.bpmn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelFilesTest {

    private final ModelFiles models = ModelFiles.inFolder(Path.of("processes"));

    @Test
    void onlyWhatHasChangedIsReadAgain() {
        var changed = and("escalation.bpmn", "<rubbish".getBytes(UTF_8));

        assertThat(changed.library().processes().get("resolve-inquiry"))
                .isSameAs(models.library().processes().get("resolve-inquiry"));
        assertThat(changed.library().processes()).doesNotContainKey("escalation");
        assertThat(changed.library().problems()).extracting(Problem::file).contains("escalation.bpmn");
        assertThat(models.library().problems()).isEmpty();
    }

    @Test
    void anIdThatTwoFilesHaveIsAProblemOfTheSecond() {
        var twice = and("z.bpmn", Objects.requireNonNull(models.files().get("escalation.bpmn")));

        assertThat(twice.library().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("z.bpmn");
            assertThat(problem.message()).isEqualTo("another file has a process with the same id");
        });
    }

    @Test
    void whatIsNotThereAnyMoreIsForgotten() {
        var files = new TreeMap<>(models.files());
        files.remove("escalation.bpmn");

        assertThat(models.become(files).library().processes()).doesNotContainKey("escalation");
    }

    private ModelFiles and(String name, byte[] content) {
        var files = new TreeMap<>(models.files());
        files.put(name, content);
        return models.become(files);
    }
}
