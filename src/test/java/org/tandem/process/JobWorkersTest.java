package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tandem.policy.states.Capabilities.Worker;

class JobWorkersTest {

    record Draft(String text, double risk) {}

    record Drafted(Draft draft, String topic) {}

    static class Drafter {
        @JobWorker(type = "assistant.draft")
        Drafted draft(@Variable String inquiryId, @Variable(name = "lang") @Nullable String language) {
            return new Drafted(new Draft(inquiryId, 0.1), String.valueOf(language));
        }

        @JobWorker(type = "assistant.forget")
        void forget(@Variable(name = "inquiry") String id) {}

        void helper() {}
    }

    @Test
    void promisesAreReadFromTheMethods() {
        assertThat(JobWorkers.of(Drafter.class))
                .containsExactlyInAnyOrder(
                        new Worker(
                                "assistant.draft",
                                Set.of("inquiryId"),
                                Set.of("draft.text", "draft.risk", "topic"),
                                Set.of()),
                        new Worker("assistant.forget", Set.of("inquiry"), Set.of(), Set.of()));
    }
}
