package org.tandem.assistant.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.tandem.assistant.classifier.BgeEmbedder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells an editor all that is wrong or doubtful in the knowledge. It fails only on what is wrong. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks the knowledge: prints every mistake with file and line, examples of two topics that are nearly"
                        + " the same, and draws the topics that are taken for each other.")
@SuppressWarnings("NullAway.Init") // set by picocli
public final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            defaultValue = "classpath:/knowledge/",
            paramLabel = "FOLDER",
            description = "folder of the knowledge; without it the one that is built in")
    private String folder;

    @Option(
            names = "--picture",
            defaultValue = "confused-topics.svg",
            paramLabel = "FILE",
            description = "where to draw the topics that are taken for each other (default: ${DEFAULT-VALUE})")
    private Path picture;

    @Override
    public Integer call() throws IOException {
        var reader = new KnowledgeReader(folder);
        print("Mistakes", reader.mistakes(), "None, the assistant can use this knowledge.");
        if (reader.topics().isEmpty()) {
            return 1;
        }
        try (var embedder = new BgeEmbedder()) {
            var likeness = new Likeness(reader.topics(), embedder);
            print("Examples of two topics that are nearly the same", likeness.conflicts(), "None.");
            print("Counter-examples that no other topic is nearer to", likeness.weakCounterExamples(), "None.");
            var confusion = likeness.confusion();
            say("%nJudged by all the others, %.1f %% of the examples are nearest to their own topic. Taken for another:"
                    .formatted(100 * confusion.shareRight()));
            confusion
                    .worst()
                    .forEach(pair -> say("  %2d x %s for %s"
                            .formatted(
                                    pair.often(),
                                    confusion.topics().get(pair.topic()),
                                    confusion.topics().get(pair.takenFor()))));
            Files.writeString(picture, confusion.svg());
            say("A picture of that is in %s".formatted(picture));
        }
        return reader.mistakes().isEmpty() ? 0 : 1;
    }

    private void print(String title, List<Mistake> found, String none) {
        say("%n%s:".formatted(title));
        if (found.isEmpty()) {
            say("  " + none);
        }
        found.stream()
                .sorted(Comparator.comparing(Mistake::file).thenComparing(Mistake::line))
                .forEach(mistake -> say("  " + mistake));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
