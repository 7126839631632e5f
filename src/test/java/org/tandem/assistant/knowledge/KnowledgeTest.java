package org.tandem.assistant.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.CommandRun;
import org.tandem.assistant.SmallKnowledge;

class KnowledgeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String TOPIC = """
        ---
        id: due-date
        title: When to pay
        class: account
        automation: on
        owner: payments
        source: https://help.example/due
        validFrom: 2026-01-01
        examples:
          - when do I pay
          - due date?
          - next instalment
          - which day is the payment
          - until when must I pay
        counterExamples:
          - can I pay later
        ---
        You pay on {{order.dueDate}}.
        """;

    @TempDir
    Path folder;

    @BeforeEach
    void aFolderWithOneTopic() throws IOException {
        write("account-facts.md", "---\nid: account-facts\nfacts:\n  - order.dueDate\n---\n");
        write("due-date.md", TOPIC);
        SmallKnowledge.copySignals(folder);
    }

    @Test
    void theSampleKnowledgeHasNoMistake() {
        assertThat(new KnowledgeReader("classpath:/knowledge/").mistakes()).isEmpty();
    }

    @Test
    void aTopicIsReadWithItsSlots() {
        var topic = Knowledge.read(folder.toString(), TODAY).topics().getFirst();

        assertThat(topic.answer().slots()).containsExactly("order.dueDate");
        assertThat(topic.counterExamples()).containsExactly("can I pay later");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        class: account                    | class: money                    | due-date.md, line 4: the class is money
        source: https://help.example/due  | source: our wiki                | due-date.md, line 7: "source" is not the address of a page
        source: https://help.example/due  | source: javascript:alert(1)     | due-date.md, line 7: "source" is javascript:alert(1), but it has to be the address of a page
        validFrom: 2026-01-01             | validFrom: 1 May                | due-date.md, line 8: "validFrom" is 1 May
        validFrom: 2026-01-01             | validTo: soon                   | due-date.md, line 8: "validTo" is soon
        owner: payments                   | ownr: payments                  | due-date.md, line 6: the field "ownr" is not known
        owner: payments                   | title: again                    | due-date.md, line 6: the field "title" stands here a second time
        automation: on                    | automation: maybe               | due-date.md, line 5: automation is maybe
        - due date?                       | - When do I PAY                 | due-date.md, line 11: the example "When do I PAY" stands in due-date.md too
        - due date?                       | - call me on +46 70 123 45 67   | due-date.md, line 11: the example tells who a customer is
        {{order.dueDate}}                 | {{order.day}}                   | due-date.md, line 18: the slot {{order.day}} is not known. account-facts.md has: order.dueDate
        {{order.dueDate}}                 | {{order.dueDate}                | due-date.md, line 18: a slot is written
        class: account                    | class: routine                  | due-date.md, line 4: a routine answer is the same for everybody
        """)
    void aMistakeNamesItsFileAndLine(String right, String wrong, String mistake) throws IOException {
        write("due-date.md", TOPIC.replace(right, wrong));

        assertThatThrownBy(() -> Knowledge.read(folder.toString(), TODAY)).hasMessageContaining(mistake);
    }

    @Test
    void allMistakesAreToldAtOnce() throws IOException {
        write("due-date.md", TOPIC.replace("class: account", "class: money").replace("owner: payments\n", ""));
        write("broken.md", "no head");
        Files.write(folder.resolve("latin.md"), "---\nid: gr\u00fcn\n---\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Knowledge.read(folder.toString(), TODAY))
                .hasMessageContaining("broken.md, line 1")
                .hasMessageContaining("latin.md, line 1: the file is not encoded in UTF-8")
                .hasMessageContaining("due-date.md, line 4")
                .hasMessageContaining("the field \"owner\" is missing");
    }

    @ParameterizedTest
    @MethodSource
    void aGoodFileIsReadHoweverItWasSaved(byte[] saved) throws IOException {
        Files.write(folder.resolve("due-date.md"), saved);

        assertThat(new KnowledgeReader(folder.toString()).mistakes()).isEmpty();
        assertThat(Knowledge.read(folder.toString(), TODAY).topics().getFirst())
                .satisfies(topic -> assertThat(topic.examples()).hasSize(5))
                .satisfies(topic -> assertThat(topic.title()).isEqualTo("When to pay"));
    }

    static Stream<byte[]> aGoodFileIsReadHoweverItWasSaved() {
        return Stream.of(
                utf8("\uFEFF" + TOPIC),
                ("\uFEFF" + TOPIC).getBytes(StandardCharsets.UTF_16LE),
                TOPIC.getBytes(StandardCharsets.UTF_16), // with a mark
                utf8(TOPIC.replace("\n", "\r\n")),
                utf8(TOPIC.replace("\n", "\r")),
                utf8("\uFEFF" + TOPIC.replace("\n", "\r\n")),
                utf8(TOPIC.replace("---", "---  ")),
                utf8(TOPIC.replace("---", "---\u00A0\t")),
                utf8("\n\n" + TOPIC),
                utf8(TOPIC.replace("  - ", "\t- ")),
                utf8(TOPIC.replaceFirst("  - ", "\t- ")),
                utf8(TOPIC.replace(": ", ":\t")),
                utf8(TOPIC.replaceAll("(?m)$", "  ")),
                utf8(TOPIC.stripTrailing()),
                utf8(TOPIC.replace("title: When to pay", "title: \"When to pay\" # for now")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        title: When to pay    | title: *when*           | due-date.md, line 3: unexpected character found *
        title: When to pay    | title: "When            | due-date.md, line
        title: When to pay    | title: null             | due-date.md, line 3: "title" has to be a text
        title: When to pay    | title: ~                | due-date.md, line 3: "title" has to be a text
        title: When to pay    | title: [a, b]           | due-date.md, line 3: "title" has to be a text
        title: When to pay    | When to pay             | due-date.md, line
        title: When to pay    | title: a: b             | due-date.md, line 3
        title: When to pay    | <<: {a: b}              | due-date.md, line 3: the field "<<" is not known
        - due date?           | -                       | due-date.md, line 11: an item of "examples" is not a text
        - due date?           | - a: b                  | due-date.md, line 11: an item of "examples" is not a text
        """)
    void aHeadThatYamlReadsOtherwiseIsAMistakeWithItsLine(String right, String wrong, String mistake)
            throws IOException {
        write("due-date.md", TOPIC.replace(right, wrong));

        assertThat(new KnowledgeReader(folder.toString()).mistakes())
                .extracting(Mistake::toString)
                .anySatisfy(said -> assertThat(said).startsWith(mistake));
    }

    @Test
    void whateverIsNoTextOrNestedTooDeepIsAMistakeToo() throws IOException {
        Files.write(
                folder.resolve("dos.md"),
                TOPIC.replace("When", "Wann f\u00E4llig").getBytes(StandardCharsets.ISO_8859_1));
        Files.write(folder.resolve("wide.md"), TOPIC.getBytes(StandardCharsets.UTF_16LE));
        write("deep.md", "---\nid: " + "[".repeat(200) + "\n---\n");
        write("empty.md", "");
        write("open.md", "---\nid: open\n");
        write("blank.md", "---\n---\n");

        assertThatThrownBy(() -> Knowledge.read(folder.toString(), TODAY))
                .hasMessageContaining("dos.md, line 1: the file is not encoded in UTF-8: line 3 has something else")
                .hasMessageContaining("wide.md, line 1: the file is not encoded in UTF-8")
                .hasMessageContaining("deep.md, line 2: the head cannot be read")
                .hasMessageContaining("empty.md, line 1: a knowledge file begins with a line of three dashes")
                .hasMessageContaining("open.md, line 2: the head has to end with a line of three dashes")
                .hasMessageContaining("blank.md, line 2: the head has to be lines");
    }

    @Test
    void whatIsNotValidTodayIsLeftOut() throws IOException {
        write(
                "old.md",
                TOPIC.replace("due-date", "old")
                        .replace("validFrom: 2026-01-01", "validTo: 2026-11-23")
                        .replaceAll("(?m)^  - ", "  - formerly "));

        assertThat(Knowledge.read(folder.toString(), TODAY).topics()).hasSize(1);
    }

    @Test
    void aSignalBorrowsTheExamplesOfTopics() throws IOException {
        write("signals/fraud.md", "---\nid: fraud\nexamples:\n  - oh no\nexamplesOfTopics:\n  - due-date\n---\n");

        assertThat(Knowledge.read(folder.toString(), TODAY).signals())
                .extractingByKey("fraud")
                .extracting(Knowledge.Signal::examples)
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .contains("oh no", "due date?");
    }

    @Test
    void aSignalThatWouldNotBeHeardIsAMistake() throws IOException {
        Files.delete(folder.resolve("signals").resolve("distress.md"));
        write("signals/fraud.md", "---\nid: frau\nexamples:\n  - oh no\n---\n");
        write("signals/complaint.md", "---\nid: complaint\n---\n");

        assertThatThrownBy(() -> Knowledge.read(folder.toString(), TODAY))
                .hasMessageContaining("signals/distress.md, line 1: the file is missing")
                .hasMessageContaining("fraud.md, line 2: there is no signal frau. The signals are: asks-for-person, ")
                .hasMessageContaining("complaint.md, line 1: there are no examples of it");
    }

    @Test
    void anInvisibleCharacterIsAMistakeWithItsLine() throws IOException {
        var longer = TOPIC.replace("  - when do I pay\n", "  - when do I pay\n  - " + "very ".repeat(400) + "late\n");
        write("due-date.md", longer.replace("due date?", "due\u0007date?"));

        assertThatThrownBy(() -> Knowledge.read(folder.toString(), TODAY))
                .hasMessageContaining("due-date.md, line 12: an invisible character (U+0007) stands here");
    }

    @Test
    void fineTypographyIsNoPersonalData() throws IOException {
        write("due-date.md", TOPIC.replace("due date?", "due date\u2026 don\u00b4t know, in 5\u00bd\u00a0weeks?"));

        assertThat(new KnowledgeReader(folder.toString()).mistakes()).isEmpty();
    }

    @Test
    void aSignalFileWithAMistakeIsNotCalledMissing() throws IOException {
        write("signals/fraud.md", "---\nid: fraud\nexamples:\n  - a: b: c\n---\n");

        assertThatThrownBy(() -> Knowledge.read(folder.toString(), TODAY))
                .hasMessageContaining("fraud.md, line 4")
                .hasMessageNotContaining("the file is missing");
    }

    @Test
    void theFingerprintChangesWhenATopicBeginsOrEnds() throws IOException {
        write(
                "new.md",
                TOPIC.replace("due-date", "new")
                        .replace("validFrom: 2026-01-01", "validFrom: 2026-11-25")
                        .replaceAll("(?m)^  - ", "  - newly "));

        var today = Knowledge.read(folder.toString(), TODAY).fingerprint();

        assertThat(Knowledge.read(folder.toString(), TODAY.minusDays(1)).fingerprint())
                .isEqualTo(today);
        assertThat(Knowledge.read(folder.toString(), TODAY.plusDays(1)).fingerprint())
                .isNotEqualTo(today);
    }

    @Test
    void checkTellsMistakesAndExamplesThatAreTooMuchAlike() throws IOException {
        write(
                "other.md",
                TOPIC.replace("due-date", "other")
                        .replaceAll("(?m)^  - .*\\R", "")
                        .replace(
                                "examples:\n", "examples:\n  - which day is the payment?\n  - a\n  - b\n  - c\n  - d\n")
                        .replace("owner: payments\n", ""));
        var picture = folder.resolve("picture.svg");
        var check = new KnowledgeCheck(folder.toString());

        assertThat(check.mistakes())
                .extracting(Mistake::toString)
                .anySatisfy(
                        mistake -> assertThat(mistake).startsWith("other.md, line 1: the field \"owner\" is missing"));
        assertThat(check.compare(picture).doubts())
                .extracting(Mistake::toString)
                .anySatisfy(
                        doubt -> assertThat(doubt)
                                .contains(
                                        "\"which day is the payment?\" is nearly the same as \"which day is the payment\" in due-date.md, line 13"));
        assertThat(picture).content().startsWith("<svg");
    }

    @Test
    void importAddsExamplesAndMakesTopicsWithoutAnAnswer() throws IOException {
        var csv = write("in.csv", """
            text,category
            "when, exactly, do I pay?",Due date
            due date?,due-date
            my card 4111 1111 1111 1111 is "gone",Lost card
            """.replace("\"gone\"", "gone"));

        run(new ImportCommand(), 0, csv.toString(), "--into", folder.toString());

        assertThat(folder.resolve("due-date.md"))
                .content()
                .isEqualTo(TOPIC.replace("\nexamples:\n", "\nexamples:\n  - \"when, exactly, do I pay?\"\n"));
        assertThat(folder.resolve("lost-card.md")).content().contains("  - \"my card [card number] is gone\"");
        assertThatThrownBy(() -> Knowledge.read(folder.toString(), TODAY))
                .hasMessageContaining("the approved answer is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "examples: [a, b, c, d, e]\n",
                "examples: # what they write\n  - when do I pay\n",
                "examples:\n- when do I pay\n"
            })
    void importLeavesAFileAsItIsWhoseListItCannotAddTo(String list) throws IOException {
        var topic = TOPIC.replaceFirst("(?s)examples:\n.*(?=counterExamples)", list);
        write("due-date.md", topic);
        var csv = write("in.csv", "text,category\nwhen is it due,due-date\n");

        assertThat(run(new ImportCommand(), 1, csv.toString(), "--into", folder.toString()))
                .contains("due-date.md: left as it is");
        assertThat(folder.resolve("due-date.md")).content().isEqualTo(topic);
    }

    @Test
    void importWritesNoExampleTwiceHoweverItIsWritten() throws IOException {
        var csv = write(
                "in.csv",
                "text,category\n\" When  is it due \",due-date\nwhen is it due,due-date\nDue Date?,due-date\n");

        run(new ImportCommand(), 0, csv.toString(), "--into", folder.toString());
        run(new ImportCommand(), 0, csv.toString(), "--into", folder.toString());

        assertThat(folder.resolve("due-date.md"))
                .content()
                .isEqualTo(TOPIC.replace("\nexamples:\n", "\nexamples:\n  - \"When is it due\"\n"));
    }

    @Test
    void whatCannotBeSeenIsNotImported() throws IOException {
        var csv = write("in.csv", "text,category\nwhen\u0007 is it\u200b due,due-date\n");

        run(new ImportCommand(), 0, csv.toString(), "--into", folder.toString());

        assertThat(folder.resolve("due-date.md")).content().contains("  - \"when is it due\"\n");
    }

    @Test
    void aCsvFileThatIsNotRightIsRefusedWithItsLineAndChangesNothing() throws IOException {
        var csv = Files.writeString(folder.resolve("in.csv"), "text,category\na question,lost-card\nanother\n");

        assertThat(run(new ImportCommand(), 1, csv.toString(), "--into", folder.toString()))
                .contains("in.csv, line 3: there are 1 columns instead of 2");
        assertThat(folder.resolve("lost-card.md")).doesNotExist();
    }

    @Test
    void anInquiryWithoutTextIsNotImported() throws IOException {
        var csv = Files.writeString(folder.resolve("in.csv"), "text,category\n\"\u00a0\u200b\",lost-card\n");

        assertThat(run(new ImportCommand(), 1, csv.toString(), "--into", folder.toString()))
                .contains("in.csv: an inquiry of the category lost-card has no text");
        assertThat(folder.resolve("lost-card.md")).doesNotExist();
    }

    @Test
    void categoriesInAnyScriptAreTopicsOfTheirOwn() throws IOException {
        var csv = write("in.csv", """
            text,category
            one,丢卡
            two,退款
            three,Статус заказа
            four,Отмена
            five,Rückgabe & Umtausch
            six,FAQ 退款
            seven,FAQ 取消
            eight,Straße
            nine,丢卡\u200B
            ten,%s
            """.formatted("very long ".repeat(40).strip()));

        run(new ImportCommand(), 0, csv.toString(), "--into", folder.toString());
        run(new ImportCommand(), 0, csv.toString(), "--into", folder.toString());

        var titles = new KnowledgeReader(folder.toString())
                .topics().stream()
                        .collect(Collectors.toMap(
                                file -> file.topic().title(),
                                file -> file.topic().id()));
        assertThat(titles)
                .hasSize(10)
                .containsKeys("丢卡", "退款", "Статус заказа", "Отмена", "FAQ 退款", "FAQ 取消")
                .containsEntry("Rückgabe & Umtausch", "ruckgabe-umtausch")
                .containsEntry("Straße", "strasse");
        assertThat(titles.values()).allSatisfy(id -> assertThat(id).matches("[a-z0-9-]{1,80}"));
        assertThat(titles.get("FAQ 退款")).startsWith("faq-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        account facts    | the category "account facts" cannot be a topic: account-facts.md has a meaning of its own
        Out of scope     | out-of-scope.md has a meaning of its own
        README           | readme.md has a meaning of its own
        CON              | Windows has no files of the name con
        lpt1             | Windows has no files of the name lpt1
        {200B}           | a category has no letters that can be seen
        C++              | the categories "C#" and "C++" would both be the topic c
        """)
    void aCategoryThatCanBeNoTopicIsRefusedAndChangesNothing(String category, String words) throws IOException {
        var csv = write("in.csv", "text,category\none,C#\ntwo,%s\n".formatted(category.replace("{200B}", "\u200B")));
        var before = folder.toFile().list();

        assertThat(run(new ImportCommand(), 1, csv.toString(), "--into", folder.toString()))
                .contains(words);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(before);
    }

    @Test
    void importLeavesAFileInAnotherEncodingAsItIsAndSaysSo() throws IOException {
        var saved = TOPIC.replace("When", "Wann f\u00E4llig").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("due-date.md"), saved);
        var csv = write("in.csv", "text,category\nwhen is it due,due-date\nlost,Lost card\n");

        assertThat(run(new ImportCommand(), 1, csv.toString(), "--into", folder.toString()))
                .contains("due-date.md: left as it is, for the file is not encoded in UTF-8: line 3")
                .contains("lost-card.md: a new topic");
        assertThat(folder.resolve("due-date.md")).hasBinaryContent(saved);
    }

    @Test
    void importKeepsTheLineEndsOfAFile() throws IOException {
        write("due-date.md", "\uFEFF" + TOPIC.replace("\n", "\r\n"));
        var csv = write("in.csv", "text,category\nwhen is it due,due-date\n");

        run(new ImportCommand(), 0, csv.toString(), "--into", folder.toString());

        assertThat(folder.resolve("due-date.md"))
                .content()
                .isEqualTo(TOPIC.replace("\nexamples:\n", "\nexamples:\n  - \"when is it due\"\n")
                        .replace("\n", "\r\n"));
    }

    private static String run(Object command, int exitCode, String... arguments) {
        var said = new StringWriter();
        int code = CommandRun.run(command, said, said, arguments);

        assertThat(code).as(said.toString()).isEqualTo(exitCode);
        return said.toString();
    }

    private Path write(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
