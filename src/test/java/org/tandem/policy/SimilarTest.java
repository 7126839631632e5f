package org.tandem.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarTest {

    @ParameterizedTest
    @CsvSource({
        "LEFFT, LEFT",
        "coutn, count",
        "left, LEFT",
        "dateandtime, date and time",
        "assistant.draft-anwser, assistant.draft-answer",
        "customer-writes, customer-wrote",
        "answer-custmer, answer-customer"
    })
    void aNameThatIsNearlyAnotherIsTakenForIt(String written, String meant) {
        assertThat(Similar.to(written, Set.of(meant, "something else")))
                .isEqualTo(" (did you mean %s?)".formatted(meant));
    }

    @ParameterizedTest
    @CsvSource({"moment, count", "max, abs", "log, not", "LEFT, RIGHT", "fees, cards"})
    void aNameOfWhichMoreThanAThirdIsOtherIsNot(String written, String other) {
        assertThat(Similar.to(written, Set.of(other))).isEmpty();
    }

    @Test
    void theNearestIsMeant() {
        assertThat(Similar.to("gate.rout", Set.of("gate.route", "gate.routes", "gate.reason")))
                .isEqualTo(" (did you mean gate.route?)");
    }
}
