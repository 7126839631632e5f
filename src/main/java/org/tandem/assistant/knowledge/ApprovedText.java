package org.tandem.assistant.knowledge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An approved answer with slots such as <code>{{order.dueDate}}</code>, which only facts about the customer's account can fill. */
public record ApprovedText(String text) {

    private static final Pattern SLOT = Pattern.compile("\\{\\{\\s*([A-Za-z]+(?:\\.[A-Za-z]+)*)\\s*}}");

    /** The outcome of filling the slots: a text without a blank, or what is missing for that. */
    public sealed interface Filled {

        record Complete(String text) implements Filled {}

        /** @param text for the eyes of a person: each blank says in brackets what is not known */
        record Incomplete(String text, List<String> missing) implements Filled {}
    }

    /** One text that says all of them, each in a paragraph of its own. */
    public static ApprovedText of(List<ApprovedText> passages) {
        return new ApprovedText(passages.stream().map(ApprovedText::text).collect(Collectors.joining("\n\n")));
    }

    public List<String> slots() {
        return SLOT.matcher(text)
                .results()
                .map(slot -> slot.group(1))
                .distinct()
                .toList();
    }

    public Filled fill(Map<String, String> facts) {
        var usable = new TreeMap<>(facts);
        usable.values().removeIf(String::isBlank);
        var filled = SLOT.matcher(text)
                .replaceAll(slot -> Matcher.quoteReplacement(
                        usable.getOrDefault(slot.group(1), "[%s is not known]".formatted(slot.group(1)))));
        var missing = slots().stream().filter(slot -> !usable.containsKey(slot)).toList();
        return missing.isEmpty() ? new Filled.Complete(filled) : new Filled.Incomplete(filled, missing);
    }

    /** Whether braces stand somewhere that do not make a slot. */
    boolean hasBrokenSlot() {
        var rest = SLOT.matcher(text).replaceAll("");
        return rest.contains("{{") || rest.contains("}}");
    }
}
