package org.tandem.quality.rehearsal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.tandem.assistant.classifier.Embedder;
import org.tandem.assistant.classifier.Labelled;
import org.tandem.assistant.classifier.LabelledCsv;
import org.tandem.assistant.classifier.Progress;
import org.tandem.assistant.classifier.Texts;
import org.tandem.privacy.PersonalData;
import org.tandem.privacy.TidyText;

/** Reads the stream: the file's rows in their order. An empty category means none of the topics. */
final class Inquiries {

    private static final int MOST_NAMED = 5;

    private final Set<String> topics;
    private final boolean othersAreNone;

    /** @param othersAreNone whether a category that is not among the topics counts as none of them; otherwise its line is refused */
    Inquiries(Set<String> topics, boolean othersAreNone) {
        this.topics = new TreeSet<>(topics);
        this.othersAreNone = othersAreNone;
    }

    List<Labelled> read(Path file) {
        return LabelledCsv.readInOrder(file, this::objection).stream()
                .map(row -> new Labelled(plain(row.text()), topics.contains(row.label()) ? row.label() : ""))
                .toList();
    }

    private Optional<String> objection(Labelled row) {
        if (TidyText.isBlank(row.text())) {
            return Optional.of("the text is empty, and customers are not let in without one");
        }
        var category = row.label();
        if (category.isBlank() || topics.contains(category) || othersAreNone) {
            return Optional.empty();
        }
        return Optional.of(
                "the category \"%s\" is not among the %d that were learned (%s). Leave it empty if it is none of them, or say --new-topics"
                        .formatted(category, topics.size(), some()));
    }

    private String some() {
        var named = String.join(", ", topics.stream().limit(MOST_NAMED).toList());
        return topics.size() > MOST_NAMED ? named + ", ..." : named;
    }

    static String plain(String text) {
        return Texts.normalized(PersonalData.mask(text));
    }

    /** Each text alone, on all cores. */
    static List<Incoming> embedded(List<Labelled> rows, Embedder embedder, Progress progress) {
        var done = new AtomicInteger();
        return IntStream.range(0, rows.size())
                .parallel()
                .mapToObj(number -> {
                    var row = rows.get(number);
                    var inquiry = new Incoming(number, row.text(), embedder.embed(row.text()), row.label());
                    progress.report("Reading inquiries", done.incrementAndGet(), rows.size());
                    return inquiry;
                })
                .toList();
    }
}
