package org.tandem.assistant.knowledge;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tandem.assistant.learning.Labelled;

/** Reads labelled inquiries from a CSV file with the columns {@code text} and {@code category}, and refuses what is not exactly that. */
final class LabelledCsv {

    private static final String TEXT = "text";
    private static final String CATEGORY = "category";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private LabelledCsv() {}

    static List<Labelled> read(Path file) {
        var text = decoded(file);
        var result = new ArrayList<Labelled>();
        long line = 1;
        try (var csv = CSVParser.parse(new StringReader(text), FORMAT)) {
            if (!Set.of(TEXT, CATEGORY).equals(Set.copyOf(csv.getHeaderNames()))) {
                throw new CsvMistake(
                        file,
                        1,
                        "the columns are %s, but they have to be text,category".formatted(csv.getHeaderNames()));
            }
            var rows = csv.iterator();
            line = csv.getCurrentLineNumber() + 1; // before the iterator looks ahead
            while (rows.hasNext()) {
                result.add(labelled(rows.next(), file, line));
                line = csv.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw new CsvMistake(file, line, "the quotes or columns are wrong: " + e.getMessage());
        }
        return result;
    }

    private static Labelled labelled(CSVRecord row, Path file, long line) {
        if (!row.isConsistent()) {
            throw new CsvMistake(
                    file,
                    line,
                    "there are %d columns instead of 2. Put a text with a comma into double quotes"
                            .formatted(row.size()));
        }
        if (row.get(TEXT).isBlank() || row.get(CATEGORY).isBlank()) {
            throw new CsvMistake(file, line, "the text or the category is empty");
        }
        return new Labelled(row.get(TEXT).strip(), row.get(CATEGORY).strip());
    }

    /** Without a byte order mark. */
    private static String decoded(Path file) {
        try {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            var characters = CharBuffer.allocate(bytes.remaining() + 1);
            var result = StandardCharsets.UTF_8.newDecoder().decode(bytes, characters, true);
            var text = characters.flip().toString();
            if (result.isError()) {
                throw new CsvMistake(
                        file,
                        1 + text.chars().filter(c -> c == '\n').count(),
                        "the file is not encoded in UTF-8. Save it in that encoding");
            }
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new CsvMistake(file, 1, "the file cannot be read: " + e.getMessage());
        }
    }
}
