package org.tandem.quality.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.CommandRun;

@Execution(ExecutionMode.CONCURRENT)
class RehearseTest {

    private static final List<String> CARD =
            List.of("freeze my card", "my card is lost", "block the card", "card stolen");
    private static final List<String> REFUND =
            List.of("where is my refund", "refund not arrived", "money back please", "when do I get the refund");
    private static final List<String> NONE = List.of("what is the weather", "tell me a joke", "sing a song");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String train = "";
    private String stream = "";

    @BeforeEach
    void writeFiles() throws IOException {
        train = file("train.csv", rows(40, 0).filter(row -> !row.endsWith(",")).toList());
        stream = file("stream.csv", rows(600, 1_000).toList());
    }

    @Test
    void theJsonHasTheDocumentedKeysAndThePictureStandsBesideIt() throws IOException {
        var json = folder.resolve("figures").resolve("rehearsal.json");

        int exit = rehearse("--train", train, "--inquiries", stream, "--shadow", "200", "--json", json.toString());

        assertThat(exit).as(err.toString()).isZero();
        var figures = new ObjectMapper().readTree(json.toFile());
        for (var key : List.of("automation", "wrong", "wrongUpper", "opened", "audits", "handedOver")) {
            assertThat(figures.at("/" + key).isNumber()).as(key).isTrue();
        }
        assertThat(figures.at("/shut").isArray()).isTrue();
        assertThat(figures.at("/opened").asInt()).isGreaterThanOrEqualTo(200);
        assertThat(figures.at("/automation").asDouble()).isBetween(0.2, 0.6);
        assertThat(figures.at("/wrong").asDouble()).isLessThan(0.05);
        assertThat(figures.at("/wrongUpper").asDouble())
                .isGreaterThan(figures.at("/wrong").asDouble());
        assertThat(figures.at("/overTime").size()).isEqualTo(20);
        assertThat(json.resolveSibling("rehearsal.svg"))
                .content()
                .startsWith("<svg")
                .contains("opened");
        assertThat(out.toString()).contains("The gate opened", "tolerated are 5.0 %");
        assertThat(err.toString()).contains("Reading inquiries", "Living", "100 %");
    }

    @Test
    void aGateThatNeverOpensAnswersNothingAndSaysSo() throws IOException {
        var json = folder.resolve("never.json");

        int exit = rehearse("--train", train, "--inquiries", stream, "--shadow", "700", "--json", json.toString());

        assertThat(exit).as(err.toString()).isZero();
        var figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.at("/opened").isNull()).isTrue();
        assertThat(figures.at("/automation").asDouble(1)).isZero();
        assertThat(figures.at("/wrong").asDouble(1)).isZero();
        assertThat(figures.at("/handedOver").asInt()).isEqualTo(600);
        assertThat(out.toString()).contains("never");
    }

    @Test
    void aCategoryThatWasNotLearnedIsRefusedWithItsLineUnlessItMayBeNew() throws IOException {
        var odd = file("odd.csv", List.of("freeze my card,card", "\"a\nb\",", "how is it,crad"));

        assertThat(rehearse("--train", train, "--inquiries", odd)).isEqualTo(2);
        assertThat(err.toString())
                .contains(odd + ", line 5: the category \"crad\" is not among the 2 that were learned (card, refund)");

        assertThat(rehearse("--train", train, "--inquiries", odd, "--new-topics"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text;category'\\n'a;card           | the first line has to be "text,category"
        text'\\n'a                         | the first line has to be "text,category"
        category,text'\\n'card,a           | the first line has to be "text,category"
        text,category'\\n'a,card,b         | line 2: there are 3 columns instead of 2
        text,category'\\n'a                | line 2: there are 1 columns instead of 2
        text,category'\\n'"a,card          | line 2: a double quote is opened and not closed
        text,category'\\n'a,card'\\n',card  | line 3: the text is empty
        text,category'\\n'"   '\\n'",         | line 2: the text is empty
        text,category                      | there are no rows
        """)
    void aStreamThatIsNoGoodIsRefusedWithLineAndReason(String content, String why) throws IOException {
        var bad = Files.writeString(folder.resolve("bad.csv"), content.replace("'\\n'", "\n"));

        assertThat(rehearse("--train", train, "--inquiries", bad.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(bad + ", ").contains(why);
    }

    @ParameterizedTest
    @CsvSource({
        "--tolerance, 0, --tolerance has to be between 0 and 1",
        "--tolerance, 1.5, --tolerance has to be between 0 and 1",
        "--confidence, NaN, --confidence has to be between 0 and 1",
        "--audit, 0, --audit has to be between 0 and 1",
        "--audit, -1, --audit has to be between 0 and 1",
        "--shadow, 0, --shadow has to be 1 or more",
        "--shadow, many, Invalid value for option '--shadow'"
    })
    void figuresThatMakeNoSenseAreRefused(String option, String value, String why) {
        assertThat(rehearse("--train", train, "--inquiries", stream, option, value))
                .isEqualTo(2);
        assertThat(err.toString()).contains(why);
    }

    @Test
    void whereFiguresCannotBeWrittenIsSaidBeforeTheLifeBegins() {
        assertThat(rehearse("--train", train, "--inquiries", stream, "--json", folder.toString()))
                .isEqualTo(2);
        assertThat(rehearse("--train", train, "--inquiries", stream, "--json", train + "/figures.json"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--json " + folder + " cannot be written", "figures.json cannot be written")
                .doesNotContain("Living", "Exception:");
    }

    @Test
    void itTakesEitherKnowledgeOrExamples() {
        assertThat(rehearse("--inquiries", stream)).isEqualTo(2);
        assertThat(rehearse("--inquiries", stream, "--train", train, "--knowledge", "classpath:/knowledge/"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--knowledge", "--train");
        assertThat(rehearse(
                        "--inquiries",
                        stream,
                        "--knowledge",
                        folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(rehearse("--inquiries", folder.resolve("none.csv").toString(), "--train", train))
                .isEqualTo(2);
        assertThat(err.toString()).contains("there are no topics", "none.csv cannot be read: there is no such file");
    }

    private int rehearse(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--json")) {
            all.addAll(List.of("--json", folder.resolve("figures.json").toString()));
        }
        return CommandRun.run(new Rehearse(), out, err, all.toArray(String[]::new));
    }

    /** Two topics and none, in turn, each text another. */
    private static Stream<String> rows(int count, int from) {
        return IntStream.range(from, from + count).mapToObj(i -> switch (i % 3) {
            case 0 -> "%s number %d,card".formatted(CARD.get(i / 3 % CARD.size()), i);
            case 1 -> "%s number %d,refund".formatted(REFUND.get(i / 3 % REFUND.size()), i);
            default -> "%s number %d,".formatted(NONE.get(i / 3 % NONE.size()), i);
        });
    }

    private String file(String name, List<String> rows) throws IOException {
        return Files.writeString(folder.resolve(name), "text,category\n" + String.join("\n", rows) + "\n")
                .toString();
    }
}
