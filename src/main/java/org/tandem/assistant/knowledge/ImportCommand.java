package org.tandem.assistant.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.tandem.assistant.classifier.CsvMistake;
import org.tandem.assistant.classifier.LabelledCsv;
import org.tandem.assistant.classifier.Texts;
import org.tandem.privacy.PersonalData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds labelled inquiries to the topics as examples, without personal data. A new topic answers nothing until an editor has written its answer. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Adds the inquiries of a CSV file (text,category) to the knowledge as examples; a category without a"
                        + " topic becomes a new file, in which the answer is left to be written.")
@SuppressWarnings("NullAway.Init") // set by picocli
public final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.csv", description = "the inquiries, with the columns text and category")
    private Path csv;

    @Option(
            names = "--into",
            defaultValue = "knowledge",
            paramLabel = "FOLDER",
            description = "folder of the knowledge (default: ${DEFAULT-VALUE})")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        var byTopic = new TreeMap<String, Map<String, String>>();
        var names = new TreeMap<String, TopicName>();
        try {
            for (var inquiry : LabelledCsv.read(csv)) {
                var name = TopicName.of(inquiry.label());
                var text = Texts.oneLine(PersonalData.mask(inquiry.text()));
                if (text.isEmpty()) {
                    return refused("an inquiry of the category %s has no text".formatted(inquiry.label()));
                }
                var other = names.putIfAbsent(name.id(), name);
                var problem = other == null || other.isWrittenLike(name)
                        ? name.problem()
                        : Optional.of(oneForBoth(other, name));
                if (problem.isPresent()) {
                    return refused(problem.get());
                }
                byTopic.computeIfAbsent(name.id(), id -> new LinkedHashMap<>())
                        .putIfAbsent(text.toLowerCase(Locale.ROOT), text);
            }
        } catch (CsvMistake e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
        Files.createDirectories(folder);
        boolean addedAll = true;
        for (var topic : byTopic.entrySet()) {
            var name = names.getOrDefault(topic.getKey(), TopicName.of(topic.getKey()));
            addedAll &= add(name, List.copyOf(topic.getValue().values()));
        }
        say("Next: java -jar tandem.jar check processes %s".formatted(folder));
        return addedAll ? 0 : 1;
    }

    /** Nothing is written then. */
    private int refused(String why) {
        spec.commandLine().getErr().println("%s: %s".formatted(csv, why));
        return 1;
    }

    private static String oneForBoth(TopicName one, TopicName other) {
        return "the categories \"%s\" and \"%s\" would both be the topic %s. Call one of them otherwise"
                .formatted(one.category(), other.category(), other.id());
    }

    /** Whether they could be added. */
    private boolean add(TopicName name, List<String> texts) throws IOException {
        var file = folder.resolve(name.id() + ".md");
        if (!Files.exists(file)) {
            Files.writeString(file, newTopic(name, texts));
            say("%s: a new topic with %d examples. Its owner, source and answer are to be written"
                    .formatted(file, texts.size()));
            return true;
        }
        var edited = EditedText.of(Files.readAllBytes(file));
        if (edited.mistake().isPresent()) {
            say("%s: left as it is, for %s".formatted(file, edited.mistake().get()));
            return false;
        }
        var content = edited.text();
        var known = examples(name.id(), content);
        var added = texts.stream()
                .filter(text -> known.stream().noneMatch(text::equalsIgnoreCase))
                .toList();
        var lineEnd = content.contains("\r\n") ? "\r\n" : "\n";
        var with = content.replaceFirst(
                "(?m)^examples:[ \\t]*\\R",
                Matcher.quoteReplacement(("examples:\n" + lines(added)).replace("\n", lineEnd)));
        if (examples(name.id(), with).size() != known.size() + added.size()) {
            say(("%s: left as it is, for nothing can be added to its examples. Write \"examples:\" on a line of"
                            + " its own and below it one example a line, each beginning with two spaces and a dash. The"
                            + " command check tells what else is wrong")
                    .formatted(file));
            return false;
        }
        Files.writeString(file, with);
        say("%s: %d new examples".formatted(file, added.size()));
        return true;
    }

    private static List<String> examples(String id, String content) {
        return KnowledgeFile.parse(id + ".md", content, new ArrayList<>())
                .map(topic -> topic.list("examples"))
                .orElse(List.of());
    }

    private static String newTopic(TopicName name, List<String> texts) {
        return """
            ---
            id: %s
            title: %s
            class: person-only
            automation: off
            owner:
            source:
            examples:
            %scounterExamples: []
            ---
            """.formatted(name.id(), quoted(name.title()), lines(texts));
    }

    static String lines(List<String> texts) {
        return texts.stream().map(text -> "  - " + quoted(text) + "\n").collect(Collectors.joining());
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
