package org.tandem.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.bpmn.ModelFiles;

class ModelCheckTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void saysThatTheModelsKeepEveryRule() {
        assertThat(check(Path.of("processes"))).isZero();
        assertThat(printed.toString(UTF_8)).endsWith("files checked, all rules are kept.\n");
    }

    @Test
    void saysWhatIsWrong(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("broken.form"), "{\n  \"id\": \"broken\",\n  \"components\": [}\n");
        Files.writeString(folder.resolve("notes.txt"), "not a model");

        assertThat(check(folder)).isEqualTo(1);
        assertThat(printed.toString(UTF_8))
                .startsWith("broken.form: not readable as a form, line 3: ")
                .endsWith("1 file checked, the rules are broken in 1 place.\n");
    }

    @Test
    void hasNothingToCheckInAnEmptyOrMissingFolder(@TempDir Path folder) {
        assertThat(check(folder)).isEqualTo(2);
        assertThat(check(folder.resolve("missing"))).isEqualTo(2);
        assertThat(printed.toString(UTF_8))
                .contains("There are no .bpmn, .dmn or .form files in")
                .contains("missing is not a folder.");
    }

    @Test
    void theModelsOnTheClassPathAreThoseOfTheFolder() {
        assertThat(ModelFiles.onClassPath().files())
                .containsOnlyKeys(
                        ModelFiles.inFolder(Path.of("processes")).files().keySet());
    }

    @Test
    void refusedModelsAreListedWithTheirReasons() {
        var policy = new ModelPolicy(Contract.CAPABILITIES);

        assertThatNoException().isThrownBy(() -> policy.demand(ModelFiles.inFolder(Path.of("processes"))));
        assertThatThrownBy(() -> policy.demand(new EditedModels("resolve-inquiry.bpmn")
                        .delete("Event_AiTooSlow")
                        .models()))
                .isInstanceOf(ModelsRefused.class)
                .hasMessage("""
                        The models are not deployed, they break a rule:
                        - resolve-inquiry.bpmn, "Draft an answer" (Task_DraftAnswer): the customer waits for ever if the AI does \
                        not answer (rule: nothing waits for ever). Put an interrupting timer boundary event on it.""");
    }

    private int check(Path folder) {
        return ModelCheck.run(folder, Contract.CAPABILITIES, new PrintStream(printed, true, UTF_8));
    }
}
