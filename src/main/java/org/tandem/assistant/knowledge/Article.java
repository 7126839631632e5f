package org.tandem.assistant.knowledge;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandem.assistant.TopicClass;

/**
 * A topic as somebody wants to add it to the knowledge.
 *
 * @param owner who approved it
 * @param source the address of the page that says the same
 */
public record Article(
        String id,
        String title,
        TopicClass topicClass,
        boolean automated,
        String owner,
        String source,
        List<String> examples,
        String answer) {

    public Article {
        examples = List.copyOf(examples);
    }

    /** What a topic of this title can be called in files. */
    public static String idFor(String title) {
        return TopicName.of(title).id();
    }

    /** The file, as editors write them. */
    public String text() {
        return """
            ---
            id: %s
            title: %s
            class: %s
            automation: %s
            owner: %s
            source: %s
            examples:
            %scounterExamples: []
            ---
            %s
            """.formatted(
                        id,
                        ImportCommand.quoted(title),
                        topicClass.label(),
                        automated ? "on" : "off",
                        ImportCommand.quoted(owner),
                        ImportCommand.quoted(source),
                        ImportCommand.lines(examples),
                        answer.strip());
    }

    /**
     * What the check of the knowledge would complain about once it stands beside the others, in sentences.
     *
     * @param location of the knowledge, a folder or a class path location
     */
    public List<String> flaws(String location) {
        var reader = new KnowledgeReader(location);
        var flaws = new ArrayList<String>();
        if (reader.hasTopic(id) && !isThere(location)) {
            flaws.add("There is a topic %s already. Call this one otherwise, or add its examples there".formatted(id));
        }
        reader.mistakesIn(fileName(), text()).stream().map(Mistake::what).forEach(flaws::add);
        return flaws;
    }

    /** Whether just this is there already. */
    private boolean isThere(String location) {
        return folder(location)
                .map(folder -> folder.resolve(fileName()))
                .filter(Files::isRegularFile)
                .filter(file -> {
                    try {
                        return Files.readString(file).equals(text());
                    } catch (IOException e) {
                        return false;
                    }
                })
                .isPresent();
    }

    /** Writes its file into the knowledge, if that is a folder that can be written to. Repeating it changes nothing. */
    public boolean publish(String location) throws IOException {
        var folder = folder(location).filter(Files::isWritable);
        if (folder.isEmpty()) {
            return false;
        }
        var unfinished = Files.createTempFile(folder.get(), "article", ".tmp");
        try {
            Files.writeString(unfinished, text());
            Files.move(unfinished, folder.get().resolve(fileName()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return true;
    }

    public String fileName() {
        return id + ".md";
    }

    private static Optional<Path> folder(String location) {
        var folder = KnowledgeReader.folder(location);
        return folder.startsWith("file:")
                ? Optional.of(Path.of(URI.create(folder))).filter(Files::isDirectory)
                : Optional.empty();
    }
}
