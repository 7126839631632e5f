package org.tandem.assistant.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tandem.CommandRun;
import org.tandem.assistant.classifier.Examples;
import org.tandem.assistant.classifier.Labelled;
import org.tandem.assistant.evaluation.HandledCases.Share;
import org.tandem.assistant.evaluation.HandledCases.Told;

@Execution(ExecutionMode.CONCURRENT)
class EvaluateTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String train = "";
    private String test = "";
    private String outside = "";
    private Told handled = new Told(null, "There is no database of them");

    @BeforeEach
    void writeFiles() throws IOException {
        var examples = Examples.all();
        train = file("train.csv", every(examples, 0, 1));
        test = file("test.csv", every(examples, 2, 2));
        outside = file(
                "outside.csv",
                IntStream.range(0, 40)
                        .mapToObj(i -> new Labelled("how tall is mountain number %d in metres".formatted(i), "none"))
                        .toList());
    }

    @Test
    void theJsonHasTheDocumentedKeys() throws IOException {
        var json = folder.resolve("figures").resolve("figures.json");

        int exit = evaluate(
                "--train",
                train,
                "--test",
                test,
                "--out-of-scope",
                outside,
                "--risk",
                "0.1",
                "--json",
                json.toString());

        assertThat(err.toString()).contains("Scoring inquiries", "100 %");
        assertThat(exit).isZero();
        var figures = new ObjectMapper().readTree(json.toFile());
        for (var key : List.of(
                "/accuracy",
                "/aurc",
                "/ece",
                "/naive/coverage",
                "/guaranteed/coverage",
                "/outOfScope/auroc",
                "/outOfScope/answered",
                "/latency/p50Ms",
                "/latency/p99Ms",
                "/train/seconds",
                "/promise/inquiries",
                "/promise/outOfScope",
                "/promise/outOfScopeShare",
                "/promise/needed")) {
            assertThat(figures.at(key).isNumber()).as(key).isTrue();
        }
        for (var key :
                List.of("/naive/threshold", "/naive/precision", "/guaranteed/threshold", "/guaranteed/precision")) {
            assertThat(figures.at(key).isMissingNode()).as(key).isFalse();
        }
        assertThat(figures.at("/accuracy").asDouble()).isBetween(0.5, 1.0);
        assertThat(json.resolveSibling("risk-coverage.svg"))
                .content()
                .startsWith("<svg")
                .contains("naive");
        assertThat(json.resolveSibling("reliability.svg")).content().contains("Reliability");
        assertThat(out.toString())
                .contains("Accuracy", "Most confident mistakes", "refund")
                .contains("15 % of all inquiries are about something else (--out-of-scope-share; ")
                .contains("Of your handled cases: There is no database of them.");
        assertThat(figures.at("/promise/handledCases").isNull()).isTrue();
    }

    @Test
    void whatHandledCasesTellStandsBesideWhatIsAssumed() throws IOException {
        handled = new Told(new Share(0.31, 0.28, 0.341, 900), "31.0 % of inquiries are about none of the topics");
        var beside = figures(
                "--train",
                train,
                "--test",
                test,
                "--per-topic",
                "5",
                "--out-of-scope-share",
                "0.3",
                "--spring.any=thing");

        assertThat(out.toString())
                .contains("Of your handled cases: 31.0 % of inquiries", "try --out-of-scope-share 0.35.");
        assertThat(beside.at("/promise/handledCases/high").asDouble()).isEqualTo(0.341);
        assertThat(beside.at("/promise/handledCases/labelled").asInt()).isEqualTo(900);
    }

    @Test
    void anOptionThatIsNoneIsRefused() {
        assertThat(evaluate("--train", train, "--test", test, "--rsik", "0.1")).isEqualTo(2);
        assertThat(err.toString()).contains("Unknown: '--rsik'");
    }

    @Test
    void fewerExamplesMeanAShutGateThatSaysWhatIsMissing() throws IOException {
        var figures = figures("--train", train, "--test", test, "--per-topic", "5");

        assertThat(figures.at("/train/examples").asInt()).isEqualTo(20);
        assertThat(figures.at("/guaranteed/threshold").isNull()).isTrue();
        assertThat(figures.at("/guaranteed/coverage").asDouble()).isZero();
        assertThat(figures.at("/guaranteed/note").asText())
                .isEqualTo("20 labelled inquiries are too few for a tolerance of 2 %, at least 129 more are needed");
        assertThat(figures.at("/outOfScope").isNull()).isTrue();
    }

    @Test
    void theShareOutOfScopeCanBeAssumedWithoutAFileOfSuch() throws IOException {
        var nothing = figures("--train", train, "--test", test, "--risk", "0.2");
        var half = figures("--train", train, "--test", test, "--risk", "0.2", "--out-of-scope-share", "0.5");

        assertThat(nothing.at("/promise/outOfScopeShare").asDouble()).isZero();
        assertThat(half.at("/promise/outOfScopeShare").asDouble()).isEqualTo(0.5);
        assertThat(half.at("/promise/outOfScope").asInt())
                .isEqualTo(half.at("/promise/inquiries").asInt());
        assertThat(half.at("/promise/needed").asInt())
                .isGreaterThan(nothing.at("/promise/needed").asInt());
    }

    @Test
    void aShareOutOfScopeThatIsNoneIsRefused() {
        assertThat(evaluate("--train", train, "--test", test, "--out-of-scope-share", "1"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--out-of-scope-share has to be at least 0 and less than 1, but it is 1.0");
    }

    @Test
    void oneCategoryAloneIsRefused() throws IOException {
        var one = file("one.csv", List.of(new Labelled("a card", "card"), new Labelled("my card", "card")));
        var wordless = file("wordless.csv", List.of(new Labelled("123", "a"), new Labelled("456", "b")));

        assertThat(evaluate("--train", one, "--test", test)).isEqualTo(2);
        assertThat(evaluate("--train", wordless, "--test", test)).isEqualTo(2);
        assertThat(err.toString())
                .contains("texts of at least two categories are needed, but there are only those of card")
                .contains("texts of at least two categories are needed, but there are none with words");
    }

    @Test
    void aShutGateAnswersNothingOutOfScopeEither() throws IOException {
        var figures = figures("--train", train, "--test", test, "--per-topic", "5", "--out-of-scope", outside);

        assertThat(figures.at("/guaranteed/threshold").isNull()).isTrue();
        assertThat(figures.at("/guaranteed/outOfScopeAnswered").asDouble(1)).isZero();
        assertThat(figures.at("/outOfScope/answered").asDouble(1)).isZero();
    }

    /** The decimal comma of the reader's language would put a point of the curve elsewhere. */
    @Test
    void thePicturesAreTheSameInEveryLanguage() throws IOException {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            figures("--train", train, "--test", test, "--risk", "0.2");
        } finally {
            Locale.setDefault(before);
        }

        assertThat(folder.resolve("reliability.svg"))
                .content()
                .contains("points=\"60.0,")
                .doesNotContain("60,0");
    }

    @Test
    void theTestFileMovesNoThreshold() throws IOException {
        var half = file("half.csv", every(Examples.all(), 2, 4));

        var all = figures("--train", train, "--test", test, "--risk", "0.2");
        var some = figures("--train", train, "--test", half, "--risk", "0.2");

        assertThat(all.at("/naive/threshold")).isEqualTo(some.at("/naive/threshold"));
        assertThat(all.at("/guaranteed/threshold")).isEqualTo(some.at("/guaranteed/threshold"));
    }

    @Test
    void oddMessagesAreScoredAndNeverAnswered() throws IOException {
        var odd = file(
                "odd.csv",
                List.of(
                        new Labelled("", "odd"),
                        new Labelled("   ", "odd"),
                        new Labelled("please help with card and lost. ".repeat(3_200), "odd"),
                        new Labelled("😀😀😀👍🏽", "odd"),
                        new Labelled("\u200b\u200c\u200d\u2060", "odd"),
                        new Labelled("\u0001\u0002\u001b[31m", "odd"),
                        new Labelled("漢字かな交じり文", "odd"),
                        new Labelled("?!?!?! 12345", "odd")));

        var figures = figures(
                "--train",
                train,
                "--test",
                test,
                "--out-of-scope",
                odd,
                "--calibrate-out-of-scope",
                outside,
                "--risk",
                "0.2");

        assertThat(figures.at("/naive/outOfScopeAnswered").asDouble()).isZero();
        assertThat(figures.at("/outOfScope/answered").asDouble()).isZero();
    }

    @Test
    void whatIdentifiesSomebodyIsMaskedHoweverItIsHidden() throws IOException {
        var told = file(
                "told.csv",
                List.of(
                        new Labelled("please help with card and lost, robin@cust\u200bomer.example", "refund"),
                        new Labelled("please help with card and lost", "card")));

        var figures = figures("--train", train, "--test", told);

        assertThat(figures.at("/mistakes").toString())
                .contains("[e-mail address]")
                .doesNotContain("robin");
        assertThat(out.toString()).doesNotContain("robin");
    }

    @Test
    void aFileThatIsNoGoodIsRefusedWithLineAndReason() throws IOException {
        var bad = folder.resolve("bad.csv");
        Files.writeString(bad, "text,category\nwhere, is it,lost\n");

        int exit = evaluate("--train", train, "--test", bad.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains(bad + ", line 2: there are 3 columns instead of 2");
    }

    @Test
    void figuresThatMakeNoSenseAreRefused() {
        assertThat(evaluate("--train", train, "--test", test, "--risk", "2")).isEqualTo(2);
        assertThat(err.toString()).contains("--risk has to be between 0 and 1, but it is 2.0");
    }

    private JsonNode figures(String... arguments) throws IOException {
        var json = folder.resolve("figures.json");
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", json.toString()));
        assertThat(evaluate(all.toArray(String[]::new))).as(err::toString).isZero();
        return new ObjectMapper().readTree(json.toFile());
    }

    private int evaluate(String... arguments) {
        return CommandRun.run(new Evaluate(settings -> handled), out, err, arguments);
    }

    private static List<Labelled> every(List<Labelled> examples, int from, int step) {
        return IntStream.iterate(from, i -> i < examples.size(), i -> i + step)
                .mapToObj(examples::get)
                .toList();
    }

    private String file(String name, List<Labelled> rows) throws IOException {
        var text = rows.stream()
                .map(row -> '"' + row.text().replace("\"", "\"\"") + "\"," + row.label() + '\n')
                .collect(Collectors.joining("", "text,category\n", ""));
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
