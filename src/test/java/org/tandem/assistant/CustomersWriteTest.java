package org.tandem.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The half of {@code customers-write.csv} that nothing was tuned on is read rightly as often as is promised here. */
@Execution(ExecutionMode.CONCURRENT)
class CustomersWriteTest {

    private static Map<String, CustomersWrite.Share> shares;

    @BeforeAll
    static void read() throws IOException {
        shares = CustomersWrite.shares(1);
        System.out.println(shares);
    }

    @ParameterizedTest
    @CsvSource({
        "plea,      0.95",
        "distress,  0.90",
        "everyday,  0.95",
        "near-miss, 0.95",
        "foreign,   0.98",
        "mixed,     0.90",
        "wrapped,   0.90",
        "automatic, 1",
        "quotation, 1",
    })
    void isReadRightly(String kind, double share) {
        var right = Objects.requireNonNull(shares.get(kind));
        assertThat(right.value()).as("%s: %s", kind, right).isGreaterThanOrEqualTo(share);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How do I freeze my card?\n\nBest regards\nAda Example",
                "How do I freeze my card?\n\nAda Example\nTel. 020 7946 0958",
                "Dear Sir or Madam,\n\n"
                        + "How do I freeze my card?\n\n"
                        + "Yours faithfully\n"
                        + "Ada Example\n\n"
                        + "Sent from my iPhone",
                "How do I freeze my card?\n\n"
                        + "On Mon, 3 Nov 2026 at 10:14, Alderpay <help@alderpay.example> wrote:\n"
                        + "> Please call us.",
            })
    void aLetterAroundAQuestionChangesNothing(String letter) {
        var bare = attempt("How do I freeze my card?");

        assertThat(attempt(letter)).isInstanceOfSatisfying(Attempt.Drafted.class, drafted -> {
            assertThat(drafted.understanding().signals()).isEmpty();
            assertThat(drafted.risk()).isEqualTo(((Attempt.Drafted) bare).risk());
            assertThat(drafted.understanding().evidence().keySet()).anyMatch(name -> name.startsWith("disregarded"));
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        Auto-reply: I am out of office until Monday. Re: How do I freeze my card?, automatic
        > How do I freeze my card?,                                                quotation
        """)
    void whatNobodyAsksIsNotAnswered(String text, String why) {
        assertThat(attempt(text))
                .isInstanceOfSatisfying(
                        Attempt.Unsure.class, unsure -> assertThat(unsure.why()).contains(why));
    }

    private static Attempt attempt(String text) {
        return SampleAssistant.trained().attempt(new Question(java.util.List.of(text), null));
    }
}
