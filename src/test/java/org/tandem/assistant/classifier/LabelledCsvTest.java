package org.tandem.assistant.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledCsvTest {

    @TempDir
    Path folder;

    @Test
    void readsTextsWithCommasQuotesAndLineBreaks() throws IOException {
        var file = file("text,category\r\n\"Why, \"\"please\"\",\nis it late?\",late\r\nwhere is it,lost\r\n");

        assertThat(LabelledCsv.read(file))
                .containsExactly(
                        new Labelled("Why, \"please\",\nis it late?", "late"), new Labelled("where is it", "lost"));
    }

    @Test
    void readsAFileThatBeginsWithAByteOrderMark() throws IOException {
        assertThat(LabelledCsv.read(file("\uFEFFtext,category\nwhere is it,lost\n")))
                .hasSize(1);
    }

    @Test
    void takesAnEmptyTextForAnInquiryThatSaysNothing() throws IOException {
        assertThat(LabelledCsv.read(file("text,category\n\"\",lost\n"))).containsExactly(new Labelled("", "lost"));
    }

    @Test
    void readsAStreamInItsOrderWithOrWithoutTimes() throws IOException {
        assertThat(inOrder("text,category\nwhere is it,lost\n")).hasSize(1);
        assertThat(inOrder("text,category,time\na,lost,2026-03-02\nb,,2026-03-02T10:00\nc,,2026-03-02T12:00+01:00\n"))
                .containsExactly(new Labelled("a", "lost"), new Labelled("b", ""), new Labelled("c", ""));
    }

    @Test
    void refusesAStreamThatIsOutOfOrderWithItsLine() {
        assertThatThrownBy(
                        () -> inOrder("text,category,time\na,lost,2026-03-02\n\"b\nc\",,2026-03-03\nd,,2026-03-01\n"))
                .isInstanceOf(CsvMistake.class)
                .hasMessageEndingWith(
                        ", line 5: the time 2026-03-01 is before that of the row above it. Sort the rows by time");
        assertThatThrownBy(() -> inOrder("text,category,time\na,lost,yesterday\n"))
                .hasMessageEndingWith(", line 2: \"yesterday\" is no time, such as 2026-03-02T14:30:00Z or 2026-03-02");
    }

    private List<Labelled> inOrder(String content) throws IOException {
        return LabelledCsv.readInOrder(file(content), row -> Optional.empty());
    }

    @Test
    void refusesOtherColumns() throws IOException {
        refuses(
                "question,label\nwhere is it,lost\n",
                ", line 1: the first line has to be \"text,category\", but it is \"question,label\"");
    }

    @Test
    void refusesARowWithTooManyColumns() throws IOException {
        refuses(
                "text,category\n\"a\nb\",lost\nwhere, please, is it,lost\n",
                ", line 4: there are 4 columns instead of 2. A text with a comma stands in double quotes");
    }

    @Test
    void refusesARowWithoutACategory() throws IOException {
        refuses("text,category\nwhere is it,\n", ", line 2: the category is empty");
        refuses(
                "text,category\nwhere is it\n",
                ", line 2: there are 1 columns instead of 2. A text with a comma stands in double quotes");
    }

    @Test
    void refusesAQuoteThatIsNeverClosed() throws IOException {
        refuses(
                "text,category\nwhere is it,lost\n\"where is it,lost\nwhy,late\n",
                ", line 3: a double quote is opened and not closed, or text follows a closing one");
    }

    @Test
    void refusesTextAfterAClosingQuote() throws IOException {
        refuses(
                "text,category\n\"where\" is it,lost\n",
                ", line 2: a double quote is opened and not closed, or text follows a closing one");
    }

    @Test
    void refusesAQuoteInAPlainText() throws IOException {
        refuses(
                "text,category\nmy \"new\" card,lost\n",
                ", line 2: a text with double quotes stands in double quotes, and those inside are doubled (\"\")");
    }

    @Test
    void refusesAnotherEncoding() throws IOException {
        var file = file("text,category\nwhere is it,lost\nça va,late\n", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> LabelledCsv.read(file))
                .isInstanceOf(CsvMistake.class)
                .hasMessage(file + ", line 3: this is not UTF-8. Save the file as UTF-8");
    }

    @Test
    void refusesAFileWithoutRows() throws IOException {
        refuses("text,category\n", ", line 1: there are no rows below the line \"text,category\"");
        refuses("", ", line 1: the file is empty");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        var file = folder.resolve("nowhere.csv");

        assertThatThrownBy(() -> LabelledCsv.read(file))
                .isInstanceOf(CsvMistake.class)
                .hasMessage(file + " cannot be read: there is no such file");
    }

    private void refuses(String content, String message) throws IOException {
        var file = file(content);

        assertThatThrownBy(() -> LabelledCsv.read(file))
                .isInstanceOf(CsvMistake.class)
                .hasMessage(file + message);
    }

    private Path file(String content) throws IOException {
        return file(content, StandardCharsets.UTF_8);
    }

    private Path file(String content, Charset charset) throws IOException {
        return Files.write(folder.resolve("inquiries.csv"), content.getBytes(charset));
    }
}
