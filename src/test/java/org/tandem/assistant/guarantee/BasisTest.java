package org.tandem.assistant.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasisTest {

    @Test
    void itSaysWhatThePromiseRestsOnAndWhatIsMissing() {
        var basis = new Basis(2901, 397, 0.15, 0.95);

        assertThat(basis.inWords("examples of the knowledge", "tandem.assistant.outside-share"))
                .isEqualTo(
                        "The promise rests on 2901 examples of the knowledge alone, each judged as if it had not been learned, and on"
                                + " the assumption that 15 % of all inquiries are about something else (tandem.assistant.outside-share; 397"
                                + " texts stand for them)");
        assertThat(basis.missingInWords())
                .startsWith(
                        "What is missing are labelled inquiries of your own customers, drawn from all that they write: about ")
                .containsPattern("about \\d+ for a tolerance of 15 %, \\d+ for a tolerance of 10 %, ");
    }

    @Test
    void itSaysFromWhereItKnowsWhatIsAboutSomethingElse() {
        var basis = new Basis(2901, 397, 0.23, 412, 0.95);

        assertThat(basis.inWords("examples of the knowledge", "tandem.assistant.outside-share"))
                .endsWith(
                        "and on at most 23 % of all inquiries being about something else (as 412 handled cases tell; 397 texts stand for them)");
    }

    /** Checked with the bound itself: so many are enough, and a tenth fewer are not. */
    @ParameterizedTest
    @CsvSource({"0.15, 0.15", "0.1, 0.15", "0.05, 0.15", "0.05, 0.5", "0.02, 0.15", "0.05, 0", "0.02, 0"})
    void itTakesAsManyInquiriesAsTheBoundDoes(double tolerance, double outsideShare) {
        int needed = new Basis(1, 1, outsideShare, 0.95).needed(tolerance);

        assertThat(bound(needed, outsideShare, tolerance)).as("with %d", needed).isLessThanOrEqualTo(tolerance);
        assertThat(bound(needed * 9 / 10, outsideShare, tolerance)).isGreaterThan(tolerance);
    }

    @Test
    void lessToleranceAndMoreOutsideTakeMore() {
        var some = new Basis(1, 1, 0.15, 0.95);

        assertThat(List.of(.15, .1, .05, .02).stream().map(some::needed)).isSorted();
        assertThat(new Basis(1, 1, 0.5, 0.95).needed(.1)).isGreaterThan(some.needed(.1));
        assertThat(new Basis(1, 1, 0.15, 0.99).needed(.1)).isGreaterThan(some.needed(.1));
    }

    private static double bound(int inquiries, double outsideShare, double tolerance) {
        int outside = (int) (inquiries * outsideShare);
        int inside = inquiries - outside;
        return RiskBound.of(inside, outside, outsideShare, inside, tolerance, 0.05)
                .upper(inside * 3 / 4, (int) (inside * 3 / 4 * tolerance / 3), 0);
    }
}
