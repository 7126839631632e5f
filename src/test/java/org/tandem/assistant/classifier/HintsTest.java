package org.tandem.assistant.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts that say what a label is about, such as its title, and are nothing that a customer wrote. */
class HintsTest {

    private static final Embedder EMBEDDER = new Examples.LetterEmbedder();
    private static final List<Labelled> HINTS =
            List.of(new Labelled("reimbursement voucher", "refund"), new Labelled("monetary plastic", "card"));

    private final Training.Result without = trained(List.of());
    private final Training.Result with = trained(HINTS);

    @Test
    void aHintTeaches() {
        var text = "reimbursement voucher";

        assertThat(with.classifier().classify(text, EMBEDDER).best().label()).isEqualTo("refund");
        assertThat(probabilityOfRefund(with, text)).isGreaterThan(probabilityOfRefund(without, text));
    }

    @Test
    void nothingIsJudgedByAHint() {
        assertThat(with.calibration().inside())
                .hasSameSizeAs(without.calibration().inside());
        assertThat(with.calibration().outside())
                .hasSameSizeAs(without.calibration().outside());
    }

    @Test
    void anExampleThatIsAHintTooIsJudgedAsAnExample() {
        var known = Examples.all().getFirst();

        assertThat(trained(List.of(known)).calibration()).isEqualTo(without.calibration());
    }

    private static double probabilityOfRefund(Training.Result result, String text) {
        return result.classifier().classify(text, EMBEDDER).candidates().stream()
                .filter(candidate -> candidate.label().equals("refund"))
                .mapToDouble(Candidate::probability)
                .sum();
    }

    private static Training.Result trained(List<Labelled> hints) {
        return new Training(EMBEDDER, 1, Progress.SILENT)
                .train(new Training.Lesson(Examples.all(), hints, List.of("what a lovely day"), 0.1));
    }
}
