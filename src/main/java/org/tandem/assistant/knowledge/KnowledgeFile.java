package org.tandem.assistant.knowledge;

import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * One Markdown file of the knowledge: a YAML head between two lines of three dashes, then the text. A mistake is noted with its
 * line and reading goes on with a harmless value, so that an editor learns of all mistakes at once.
 */
final class KnowledgeFile {

    private static final Pattern FENCE = Pattern.compile("---[\\s\\p{Z}]*");

    private final String name;
    private final List<Mistake> mistakes;
    private final Map<String, Node> head = new LinkedHashMap<>();
    private final String body;
    private final int bodyLine;

    private KnowledgeFile(String name, List<Mistake> mistakes, String body, int bodyLine) {
        this.name = name;
        this.mistakes = mistakes;
        this.body = body;
        this.bodyLine = bodyLine;
    }

    /** Empty if there is nothing that could be read. */
    static Optional<KnowledgeFile> parse(String name, String text, List<Mistake> mistakes) {
        var lines = text.lines().toList();
        var start = 0;
        while (start < lines.size() && lines.get(start).isBlank()) {
            start++;
        }
        if (start == lines.size() || !isFence(lines.get(start))) {
            mistakes.add(new Mistake(name, start + 1, "a knowledge file begins with a line of three dashes (---)"));
            return Optional.empty();
        }
        var end = start + 1;
        while (end < lines.size() && !isFence(lines.get(end))) {
            end++;
        }
        if (end == lines.size()) {
            mistakes.add(new Mistake(name, lines.size(), "the head has to end with a line of three dashes (---)"));
            return Optional.empty();
        }
        // as many lines above as in the file, and the tabs that YAML cannot have as blanks
        var yaml = "\n".repeat(start + 1)
                + String.join("\n", lines.subList(start + 1, end)).replace("\t", "  ");
        var body = String.join("\n", lines.subList(end + 1, lines.size())).strip();
        try {
            var node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
            if (node instanceof MappingNode mapping) {
                var file = new KnowledgeFile(name, mistakes, body, end + 2);
                file.readHead(mapping);
                return Optional.of(file);
            }
            mistakes.add(new Mistake(name, start + 2, "the head has to be lines of the form \"name: value\""));
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            mistakes.add(new Mistake(
                    name,
                    line + 1,
                    "%s. Put a text with a colon, a hash or quotes into double quotes".formatted(e.getProblem())));
        } catch (ReaderException e) { // the position it states is not always the one in the file
            var line = yaml.codePoints()
                    .takeWhile(character -> character != e.getCodePoint())
                    .filter(character -> character == '\n')
                    .count();
            mistakes.add(new Mistake(
                    name,
                    (int) line + 1,
                    "an invisible character (U+%04X) stands here. Delete it".formatted(e.getCodePoint())));
        } catch (YAMLException e) { // nested too deep, or too large
            mistakes.add(new Mistake(name, start + 2, "the head cannot be read: %s".formatted(e.getMessage())));
        }
        return Optional.empty();
    }

    private static boolean isFence(String line) {
        return FENCE.matcher(line).matches();
    }

    private void readHead(MappingNode mapping) {
        for (var entry : mapping.getValue()) {
            var field = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            if (head.put(field, entry.getValueNode()) != null) {
                note(line(entry.getKeyNode()), "the field \"%s\" stands here a second time".formatted(field));
            }
        }
    }

    String name() {
        return name;
    }

    /** Notes fields that mean nothing, most often misspelt ones. */
    void expectOnly(Set<String> known) {
        head.forEach((field, node) -> {
            if (!known.contains(field)) {
                note(
                        line(node),
                        "the field \"%s\" is not known. These are: %s"
                                .formatted(
                                        field,
                                        String.join(
                                                ", ", known.stream().sorted().toList())));
            }
        });
    }

    /** The text of a field that has to be there. */
    String required(String field) {
        if (!head.containsKey(field)) {
            note(1, "the field \"%s\" is missing".formatted(field));
        }
        return text(field).orElse("");
    }

    Optional<String> text(String field) {
        var node = head.get(field);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return Optional.of(scalar.getValue().strip());
        }
        note(line(node), "\"%s\" has to be a text".formatted(field));
        return Optional.empty();
    }

    Optional<LocalDate> date(String field) {
        return text(field).flatMap(value -> {
            try {
                return Optional.of(LocalDate.parse(value));
            } catch (DateTimeParseException e) {
                note(field, "\"%s\" is %s, but it has to be a date such as 2026-01-31".formatted(field, value));
                return Optional.empty();
            }
        });
    }

    /** The address of a page that has to be there. */
    String link(String field) {
        var value = required(field);
        try {
            var link = new URI(value);
            if (!value.isEmpty()
                    && (link.getHost() == null || !Set.of("https", "http").contains(link.getScheme()))) {
                note(
                        field,
                        "\"%s\" is %s, but it has to be the address of a page, https://...".formatted(field, value));
            }
        } catch (URISyntaxException e) {
            note(field, "\"%s\" is not the address of a page: %s".formatted(field, e.getMessage()));
        }
        return value;
    }

    List<String> list(String field) {
        var node = head.get(field);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            note(line(node), "\"%s\" has to be a list, each line beginning with a dash".formatted(field));
            return List.of();
        }
        var result = new ArrayList<String>();
        for (var item : sequence.getValue()) {
            if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                result.add(scalar.getValue().strip());
            } else {
                note(line(item), "an item of \"%s\" is not a text. Put it into double quotes".formatted(field));
                result.add("");
            }
        }
        return result;
    }

    /** The line of an item of a list, or of the field. */
    int line(String field, int index) {
        return head.get(field) instanceof SequenceNode sequence
                        && index < sequence.getValue().size()
                ? line(sequence.getValue().get(index))
                : line(field);
    }

    String body() {
        if (body.isEmpty()) {
            note(bodyLine, "the approved answer is missing below the head");
        }
        return body;
    }

    int bodyLine() {
        return bodyLine;
    }

    void note(String field, String what) {
        note(line(field), what);
    }

    void note(int line, String what) {
        mistakes.add(new Mistake(name, line, what));
    }

    private int line(String field) {
        var node = head.get(field);
        return node == null ? 1 : line(node);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
