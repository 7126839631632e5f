package org.tandem.assistant.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
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
        try {
            for (var inquiry : LabelledCsv.read(csv)) {
                var text = Texts.oneLine(PersonalData.mask(inquiry.text()));
                if (text.isEmpty()) {
                    spec.commandLine()
                            .getErr()
                            .println("%s: an inquiry of the category %s has no text".formatted(csv, inquiry.label()));
                    return 1;
                }
                byTopic.computeIfAbsent(id(inquiry.label()), id -> new LinkedHashMap<>())
                        .putIfAbsent(text.toLowerCase(Locale.ROOT), text);
            }
        } catch (CsvMistake e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
        Files.createDirectories(folder);
        boolean addedAll = true;
        for (var topic : byTopic.entrySet()) {
            addedAll &= add(topic.getKey(), List.copyOf(topic.getValue().values()));
        }
        say("Next: java -jar tandem.jar check processes %s".formatted(folder));
        return addedAll ? 0 : 1;
    }

    /** Whether they could be added. */
    private boolean add(String id, List<String> texts) throws IOException {
        var file = folder.resolve(id + ".md");
        if (!Files.exists(file)) {
            Files.writeString(file, newTopic(id, texts));
            say("%s: a new topic with %d examples. Its owner, source and answer are to be written"
                    .formatted(file, texts.size()));
            return true;
        }
        var content = Files.readString(file);
        var known = examples(id, content);
        var added = texts.stream()
                .filter(text -> known.stream().noneMatch(text::equalsIgnoreCase))
                .toList();
        var with = content.replaceFirst(
                "(?m)^examples:[ \\t]*\\R", Matcher.quoteReplacement("examples:\n" + lines(added)));
        if (examples(id, with).size() != known.size() + added.size()) {
            say(
                    ("%s: left as it is, for nothing can be added to its examples. Write \"examples:\" on a line of its own and below it"
                                    + " one example a line, each beginning with two spaces and a dash. The command check tells what else is wrong")
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

    private static String newTopic(String id, List<String> texts) {
        var title =
                id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('-', ' ');
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
                """.formatted(id, title, lines(texts));
    }

    private static String lines(List<String> texts) {
        var lines = new StringBuilder();
        texts.forEach(text -> lines.append("  - \"")
                .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\"\n"));
        return lines.toString();
    }

    private static String id(String category) {
        var id = category.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return id.isEmpty() ? "unnamed" : id;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
