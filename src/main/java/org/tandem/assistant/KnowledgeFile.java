package org.tandem.assistant;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One Markdown file of the knowledge: a YAML head between two lines of three dashes, then the text. Every mistake names its line. */
final class KnowledgeFile {

    private static final String FENCE = "---";

    private final String name;
    private final Map<String, Node> head = new LinkedHashMap<>();
    private final String body;
    private final int bodyLine;

    private KnowledgeFile(String name, MappingNode head, String body, int bodyLine) {
        this.name = name;
        this.body = body;
        this.bodyLine = bodyLine;
        for (var entry : head.getValue()) {
            this.head.put(((ScalarNode) entry.getKeyNode()).getValue(), entry.getValueNode());
        }
    }

    static KnowledgeFile parse(String name, String text) {
        var lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)) {
            throw new KnowledgeMistake(name, 1, "a knowledge file begins with a line of three dashes (---)");
        }
        var end = lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (end == 0) {
            throw new KnowledgeMistake(name, lines.size(), "the head has to end with a line of three dashes (---)");
        }
        var yaml = String.join("\n", lines.subList(1, end));
        var body = String.join("\n", lines.subList(end + 1, lines.size())).strip();
        try {
            var node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new java.io.StringReader(yaml));
            if (node instanceof MappingNode mapping) {
                return new KnowledgeFile(name, mapping, body, end + 2);
            }
            throw new KnowledgeMistake(name, 2, "the head has to be lines of the form \"name: value\"");
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            throw new KnowledgeMistake(
                    name,
                    line + 2,
                    "%s. Put a text with a colon, a hash or quotes into double quotes".formatted(e.getProblem()));
        }
    }

    String name() {
        return name;
    }

    /** The text of a field that has to be there. */
    String required(String field) {
        return text(field)
                .orElseThrow(() -> new KnowledgeMistake(name, 1, "the field \"%s\" is missing".formatted(field)));
    }

    Optional<String> text(String field) {
        var node = head.get(field);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        throw mistake(field, "\"%s\" has to be a text".formatted(field));
    }

    Optional<LocalDate> date(String field) {
        return text(field).map(value -> {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw mistake(
                        field, "\"%s\" is %s, but it has to be a date such as 2026-01-31".formatted(field, value));
            }
        });
    }

    List<String> list(String field) {
        var node = head.get(field);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw mistake(field, "\"%s\" has to be a list, each line beginning with a dash".formatted(field));
        }
        var result = new ArrayList<String>();
        for (var item : sequence.getValue()) {
            if (!(item instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
                throw new KnowledgeMistake(
                        name,
                        item.getStartMark().getLine() + 2,
                        "an item of \"%s\" is not a text. Put it into double quotes".formatted(field));
            }
            result.add(scalar.getValue().strip());
        }
        return result;
    }

    String body() {
        if (body.isEmpty()) {
            throw new KnowledgeMistake(name, bodyLine, "the approved answer is missing below the head");
        }
        return body;
    }

    KnowledgeMistake mistake(String field, String message) {
        var node = head.get(field);
        return new KnowledgeMistake(name, node == null ? 1 : node.getStartMark().getLine() + 2, message);
    }
}
