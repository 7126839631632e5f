package org.tandem.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tandem.bpmn.ModelFiles;

@Execution(ExecutionMode.CONCURRENT)
class RefusedModelsTest {

    @Test
    void theModelsOnTheClassPathAreThoseOfTheFolder() {
        assertThat(ModelFiles.read("classpath:processes"))
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
}
