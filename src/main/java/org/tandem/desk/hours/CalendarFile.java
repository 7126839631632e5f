package org.tandem.desk.hours;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The fields of one calendar file. A mistake is noted with its line and reading goes on, so that an analyst learns of all at once. */
final class CalendarFile {

    /** A value and the line where its field stands. */
    record Entry(String text, int line) {}

    private final String name;
    private final List<CalendarMistake> mistakes;
    private final Map<String, Node> fields;

    private CalendarFile(String name, List<CalendarMistake> mistakes, @Nullable Node root) {
        this.name = name;
        this.mistakes = mistakes;
        this.fields = entries(root);
    }

    static CalendarFile parse(String name, String text, List<CalendarMistake> mistakes) {
        try {
            return new CalendarFile(
                    name, mistakes, new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            mistakes.add(new CalendarMistake(
                    name, line + 1, "%s. A calendar is lines of the form \"name: value\"".formatted(e.getProblem())));
        } catch (YAMLException e) {
            mistakes.add(new CalendarMistake(name, 1, "the file cannot be read: %s".formatted(e.getMessage())));
        }
        return new CalendarFile(name, mistakes, null);
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    void expectOnly(Set<String> known) {
        fields.forEach((field, node) -> {
            if (!known.contains(field)) {
                note(line(node), "the field \"%s\" is not known. These are: %s", field, inWords(known));
            }
        });
    }

    /** Empty if it is missing, which is noted. */
    Entry text(String field) {
        return optionalText(field, true);
    }

    Entry optionalText(String field) {
        return optionalText(field, false);
    }

    private Entry optionalText(String field, boolean needed) {
        var node = fields.get(field);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return new Entry(scalar.getValue().strip(), line(scalar));
        }
        if (needed || node != null) {
            note(node == null ? 1 : line(node), "\"%s\" is missing, it has to be a text", field);
        }
        return new Entry("", node == null ? 1 : line(node));
    }

    /** The lines below a field, by what stands before the colon; what stands there twice is noted. */
    Map<String, Entry> lines(String field) {
        var result = new LinkedHashMap<String, Entry>();
        if (!(fields.get(field) instanceof MappingNode)) {
            note(
                    fields.containsKey(field) ? line(fields.get(field)) : 1,
                    "\"%s\" is missing, below it there have to be lines of the form \"name: value\"",
                    field);
        }
        entries(fields.get(field)).forEach((key, node) -> {
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                result.put(key, new Entry(scalar.getValue().strip(), line(scalar)));
            } else {
                note(line(node), "\"%s\" of \"%s\" has nothing after the colon", key, field);
            }
        });
        return result;
    }

    private Map<String, Node> entries(@Nullable Node node) {
        var result = new LinkedHashMap<String, Node>();
        if (node instanceof MappingNode mapping) {
            for (var entry : mapping.getValue()) {
                var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                if (result.putIfAbsent(key, entry.getValueNode()) != null) {
                    note(line(entry.getKeyNode()), "\"%s\" stands here a second time. Delete one of the two", key);
                }
            }
        } else if (node != null) {
            note(line(node), "a calendar is lines of the form \"name: value\"");
        }
        return result;
    }

    void note(int line, String what, Object... values) {
        mistakes.add(new CalendarMistake(name, line, what.formatted(values)));
    }

    static String inWords(Set<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
