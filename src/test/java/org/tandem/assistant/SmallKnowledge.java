package org.tandem.assistant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A knowledge folder that is quickly learned: two topics and the signals of the sample, each with its first examples. */
public final class SmallKnowledge {

    private static final Path SAMPLE_SIGNALS = Path.of("src", "main", "resources", "knowledge", "signals");

    private static final int EXAMPLES = 10;

    private final Path folder;

    public SmallKnowledge(Path folder) throws IOException {
        this.folder = folder;
        topic("card", List.of("my card is lost", "block my card", "card stolen", "where is my card", "a new card"));
        topic("refund", List.of("my refund", "money back please", "refund is late", "when is my refund", "no refund"));
        copySignals(folder);
    }

    /** Those of the sample with few examples, and without those they borrow from its topics. */
    public static void copySignals(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("signals"));
        try (var files = Files.list(SAMPLE_SIGNALS)) {
            for (var file : files.toList()) {
                var text = Files.readString(file)
                        .replaceFirst("examplesOfTopics:\\R(?:  - .*\\R)+", "")
                        .replaceAll("((?:  - .*\\R){%d})(?:  - .*\\R)+".formatted(EXAMPLES), "$1");
                Files.writeString(folder.resolve("signals").resolve(file.getFileName()), text);
            }
        }
    }

    public String location() {
        return folder.toUri().toString();
    }

    public void topic(String id, List<String> examples) throws IOException {
        topic(id, examples, "");
    }

    /** @param fields more lines of the head, each with its line end */
    public void topic(String id, List<String> examples, String fields) throws IOException {
        Files.writeString(
                folder.resolve(id + ".md"), """
                ---
                id: %s
                title: About %s
                class: routine
                automation: on
                owner: payments-team
                source: https://help.example/%s
                %sexamples:
                  - %s
                ---
                This is the answer.
                """.formatted(id, id, id, fields, String.join("\n  - ", examples)));
    }
}
