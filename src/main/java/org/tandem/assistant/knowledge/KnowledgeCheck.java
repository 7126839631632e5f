package org.tandem.assistant.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;
import org.tandem.assistant.classifier.BgeEmbedder;

/** Tells an editor all that is wrong or doubtful in the knowledge. */
@NamedInterface("check")
public final class KnowledgeCheck {

    private final KnowledgeReader reader;

    /** @param location a folder, or a class path location that begins with {@code classpath:} */
    public KnowledgeCheck(String location) {
        reader = new KnowledgeReader(location);
    }

    /** How many topics there are. */
    public int topics() {
        return reader.topics().size();
    }

    /** What keeps the assistant from using this knowledge. */
    public List<Mistake> mistakes() {
        return reader.mistakes();
    }

    /**
     * What examples say of each other.
     *
     * @param doubts examples of two topics that are nearly the same, and counter-examples that no other topic is nearer to
     * @param confused the topics that are taken for each other, a line each
     */
    @NamedInterface("check")
    public record Comparison(List<Mistake> doubts, List<String> confused) {}

    /** Compares all examples by their meaning, which takes a while, and draws the topics that are taken for each other. */
    public Comparison compare(Path picture) throws IOException {
        try (var embedder = new BgeEmbedder()) {
            var likeness = new Likeness(reader.topics(), embedder);
            var confusion = likeness.confusion();
            Files.writeString(picture, confusion.svg());
            var share =
                    "Judged by all the others, %.1f %% of the examples are nearest to their own topic. Taken for another:"
                            .formatted(100 * confusion.shareRight());
            var pairs = confusion.worst().stream()
                    .map(pair -> "  %2d x %s for %s"
                            .formatted(
                                    pair.often(),
                                    confusion.topics().get(pair.topic()),
                                    confusion.topics().get(pair.takenFor())));
            return new Comparison(
                    Stream.concat(likeness.conflicts().stream(), likeness.weakCounterExamples().stream())
                            .toList(),
                    Stream.concat(Stream.of(share), pairs).toList());
        }
    }
}
