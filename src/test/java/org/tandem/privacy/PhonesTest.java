package org.tandem.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many numbers somebody writes, the work stays within its bound, and the numbers go. */
@Execution(ExecutionMode.CONCURRENT)
class PhonesTest {

    /** A stretch is never left halfway. */
    private static final int ONE_STRETCH = 1_000;

    private final Phones phones = new Phones();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tel 612345678 ",
                "phone 1234567 ",
                "0123456789 ",
                "020 7946 0958\n",
                "phone 12 34 56 78 90 ",
                "tel 0 1 2 3 4 5 6 7 8 9\n",
                "call 1-2-3-4-5-6-7-8-9-0 ",
                "0-0-0-0-0-0-0-0",
                "+1234567890123456789",
                "+1 ",
                "(0",
            })
    void theWorkIsBounded(String number) {
        var some = new Phones.Work();
        var more = new Phones.Work();

        phones.find(number.repeat(8_000 / number.length()), some);
        phones.find(number.repeat(32_000 / number.length()), more);

        assertThat(some.done()).isLessThan(Phones.MOST_WORK + ONE_STRETCH);
        assertThat(more.done()).isLessThan(Phones.MOST_WORK + 4 * ONE_STRETCH);
    }

    @Test
    void theLastOfVeryManyNumbersIsFoundLikeTheFirst() {
        var text = "tel 612345678 ".repeat(2_000);
        var work = new Phones.Work();

        assertThat(phones.find(text, work)).hasSize(2_000);
        assertThat(work.done()).isGreaterThanOrEqualTo(Phones.MOST_WORK);
    }

    @Test
    void aLongStatementStaysAsItIs() {
        var statement = "24.11.2026 129,00 4711 order 4712-88123-19\n".repeat(180);

        assertThat(phones.find(statement)).isEmpty();
    }
}
