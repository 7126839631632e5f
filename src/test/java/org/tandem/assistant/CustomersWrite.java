package org.tandem.assistant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How the sample assistant reads what customers write, by kind: everyday questions, pleas for a person, distress, foreign languages,
 * letters with all that stands around them, automatic mail. {@code customers-write.csv} is nothing that it learns from; every second
 * line (the first, the third, ...) was looked at when it was tuned, the others were only counted.
 *
 * <p>Arguments: files of everyday questions, {@code text,category}, in which any signal or foreign language is a false alarm.
 */
public final class CustomersWrite {

    private static final Path FILE = Path.of("src", "test", "resources", "customers-write.csv");
    private static final Assistant ASSISTANT = SampleAssistant.trained();

    private CustomersWrite() {}

    public static void main(String[] arguments) throws IOException {
        System.out.printf("%-12s %22s %22s%n", "kind", "read rightly, tuned on", "only counted");
        var tuned = shares(0);
        var counted = shares(1);
        tuned.forEach((kind, share) -> System.out.printf("%-12s %22s %22s%n", kind, share, counted.get(kind)));
        for (var file : arguments) {
            print(Path.of(file));
        }
        System.exit(0);
    }

    /** Of one half of the lines, by kind. */
    static Map<String, Share> shares(int half) throws IOException {
        var shares = new TreeMap<String, Share>();
        var lines = lines(FILE);
        for (int line = half; line < lines.size(); line += 2) {
            var written = lines.get(line);
            shares.merge(written.get("kind"), Share.of(isReadRightly(written)), Share::plus);
        }
        return shares;
    }

    private static boolean isReadRightly(CSVRecord line) {
        var attempt = attempt(line.get("text"));
        var read = attempt.understanding();
        return switch (line.get("kind")) {
            case "everyday", "near-miss" ->
                read.signals().isEmpty() && !read.severalRequests() && read.languageSupported();
            case "mixed" -> read.languageSupported();
            case "foreign" -> !read.languageSupported();
            case "plea" -> read.asksForPerson();
            case "distress" -> read.distress();
            case "wrapped" -> isLike(attempt(line.get("expected")), attempt);
            case "automatic", "quotation" -> attempt instanceof Attempt.Unsure || !mayBeAnswered(attempt);
            default -> throw new IllegalArgumentException(line.toString());
        };
    }

    /** As the same question without anything around it. */
    private static boolean isLike(Attempt bare, Attempt wrapped) {
        var read = wrapped.understanding();
        return read.signals().equals(bare.understanding().signals())
                && read.language().equals(bare.understanding().language())
                && (mayBeAnswered(wrapped) || !mayBeAnswered(bare));
    }

    /** By the tolerance of the sample's gate for routine topics. */
    private static boolean mayBeAnswered(Attempt attempt) {
        return attempt instanceof Attempt.Drafted drafted && drafted.guaranteedRisk() <= 0.1;
    }

    private static void print(Path file) throws IOException {
        var alarms = new TreeMap<String, Integer>();
        int any = 0;
        var lines = lines(file);
        for (var line : lines) {
            var read = attempt(line.get("text")).understanding();
            var heard = new ArrayList<>(read.signals());
            if (!read.languageSupported()) {
                heard.add("language");
            }
            any += heard.isEmpty() ? 0 : 1;
            heard.forEach(alarm -> alarms.merge(alarm, 1, Integer::sum));
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f %% of %d with any alarm: %s%n",
                file,
                100.0 * any / lines.size(),
                lines.size(),
                alarms);
    }

    private static Attempt attempt(String text) {
        return ASSISTANT.attempt(new Question(List.of(text), null));
    }

    private static List<CSVRecord> lines(Path file) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var csv = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return csv.getRecords();
        }
    }

    /** How many of how many. */
    record Share(int good, int all) {

        static Share of(boolean good) {
            return new Share(good ? 1 : 0, 1);
        }

        Share plus(Share other) {
            return new Share(good + other.good, all + other.all);
        }

        double value() {
            return (double) good / all;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d of %d, %.1f %%", good, all, 100 * value());
        }
    }
}
