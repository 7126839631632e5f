package org.tandem.assistant.classifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Labelled texts in a file: the columns {@code text,category} as RFC 4180 has it, in UTF-8. Anything else is refused with its line. */
public final class LabelledCsv {

    private static final List<String> COLUMNS = List.of("text", "category");
    private static final List<String> COLUMNS_WITH_TIME = List.of("text", "category", "time");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    private static final Pattern LINE_IN_REASON = Pattern.compile("(?:startline |at line: )(\\d+)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
            "uuuu-MM-dd[['T'][' ']HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][XXX]]", Locale.ROOT);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What speaks against a row, or nothing. */
    @FunctionalInterface
    public interface Objection {
        Optional<String> to(Labelled row);
    }

    private final Path file;
    private final Objection objection;
    private final boolean mayHaveTimes;
    private int columns = COLUMNS.size();
    private LocalDateTime latest = LocalDateTime.MIN;

    private LabelledCsv(Path file, Objection objection, boolean mayHaveTimes) {
        this.file = file;
        this.objection = objection;
        this.mayHaveTimes = mayHaveTimes;
    }

    /** @throws CsvMistake when the file cannot be read or is not what it should be */
    public static List<Labelled> read(Path file) {
        return read(file, row -> row.label().isBlank() ? Optional.of("the category is empty") : Optional.empty());
    }

    /**
     * The same for files whose texts and categories are for the caller to judge, empty ones too.
     *
     * @throws CsvMistake when the file cannot be read or is not what it should be
     */
    public static List<Labelled> read(Path file, Objection objection) {
        return new LabelledCsv(file, objection, false).read();
    }

    /**
     * The same for files whose rows stand in the order in which they came. They may have a third column {@code time}, an ISO 8601 date with
     * or without a time of day; then a row that is earlier than the one before it is refused.
     *
     * @throws CsvMistake when the file cannot be read or is not what it should be
     */
    public static List<Labelled> readInOrder(Path file, Objection objection) {
        return new LabelledCsv(file, objection, true).read();
    }

    private List<Labelled> read() {
        var text = text();
        var examples = new ArrayList<Labelled>();
        try (var parser = CSVParser.parse(text, FORMAT)) {
            boolean first = true;
            for (var row : parser) {
                int start = start(row, text);
                if (first) {
                    checkColumns(row);
                } else {
                    examples.add(example(row, text, start));
                }
                checkQuotes(row, text, start);
                first = false;
            }
        } catch (UncheckedIOException | IOException e) {
            throw quotes(e);
        }
        if (text.isBlank()) {
            throw mistake(1, "the file is empty");
        }
        if (examples.isEmpty()) {
            throw mistake(1, "there are no rows below the line \"text,category\"");
        }
        return examples;
    }

    /** Where a row begins; the library counts empty lines before it to it. */
    private static int start(CSVRecord row, String text) {
        int start = (int) row.getCharacterPosition();
        while (text.charAt(start) == '\r' || text.charAt(start) == '\n') {
            start++;
        }
        return start;
    }

    private static long line(String text, int position) {
        return text.substring(0, position)
                        .chars()
                        .filter(character -> character == '\n')
                        .count()
                + 1;
    }

    private String text() {
        try {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            var text = CharBuffer.allocate(bytes.remaining());
            var decoding = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
            text.flip();
            if (decoding.isError()) {
                throw mistake(line(text.toString(), text.length()), "this is not UTF-8. Save the file as UTF-8");
            }
            var decoded = text.toString();
            return decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(1) : decoded;
        } catch (IOException e) {
            throw new CsvMistake("%s cannot be read: %s".formatted(file, reason(e)));
        }
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException ? "there is no such file" : String.valueOf(e.getMessage());
    }

    private void checkColumns(CSVRecord row) {
        if (mayHaveTimes && row.toList().equals(COLUMNS_WITH_TIME)) {
            columns = COLUMNS_WITH_TIME.size();
        } else if (!row.toList().equals(COLUMNS)) {
            throw mistake(
                    1, "the first line has to be \"text,category\", but it is \"%s\"".formatted(String.join(",", row)));
        }
    }

    private Labelled example(CSVRecord row, String text, int start) {
        if (row.size() != columns) {
            throw mistake(
                    line(text, start),
                    "there are %d columns instead of %d. A text with a comma stands in double quotes"
                            .formatted(row.size(), columns));
        }
        var example = new Labelled(row.get(0), row.get(1));
        var why = objection.to(example);
        if (why.isPresent()) {
            throw mistake(line(text, start), why.get());
        }
        if (columns > COLUMNS.size()) {
            checkOrder(row.get(2), text, start);
        }
        return example;
    }

    private void checkOrder(String time, String text, int start) {
        try {
            var at = moment(time.strip());
            if (at.isBefore(latest)) {
                throw mistake(
                        line(text, start),
                        "the time %s is before that of the row above it. Sort the rows by time".formatted(time));
            }
            latest = at;
        } catch (DateTimeException e) {
            throw mistake(
                    line(text, start), "\"%s\" is no time, such as 2026-03-02T14:30:00Z or 2026-03-02".formatted(time));
        }
    }

    private static LocalDateTime moment(String time) {
        return switch (TIME.parseBest(time, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)) {
            case OffsetDateTime exact -> exact.atZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
            case LocalDateTime local -> local;
            case LocalDate day -> day.atStartOfDay();
            default -> throw new DateTimeException("Not a time: " + time);
        };
    }

    /** The library takes quotes in the middle of a plain text as they are. They are more often a mistake than meant. */
    private void checkQuotes(CSVRecord row, String text, int rowStart) {
        int start = rowStart;
        for (var value : row) {
            var quoted = '"' + value.replace("\"", "\"\"") + '"';
            if (text.startsWith(quoted, start)) {
                start += quoted.length() + 1;
            } else if (value.contains("\"")) {
                throw mistake(
                        line(text, rowStart),
                        "a text with double quotes stands in double quotes, and those inside are doubled (\"\")");
            } else {
                start += value.length() + 1;
            }
        }
    }

    private CsvMistake quotes(Exception e) {
        Matcher line = LINE_IN_REASON.matcher(String.valueOf(e.getMessage()));
        return mistake(
                line.find() ? Long.parseLong(line.group(1)) : 1,
                "a double quote is opened and not closed, or text follows a closing one");
    }

    private CsvMistake mistake(long line, String what) {
        return new CsvMistake("%s, line %d: %s".formatted(file, line, what));
    }
}
