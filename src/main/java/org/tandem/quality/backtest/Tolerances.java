package org.tandem.quality.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tolerances of a gate: how many wrong answers its answering rules accept, by the name of the rule. They stand in one cell each, as
 * {@code [0..0.15]} or {@code <= 0.15}, and can be changed there without touching anything else in the file.
 */
final class Tolerances {

    private static final Pattern RULE = Pattern.compile("<(?:\\w+:)?rule\\b[^>]*>.*?</(?:\\w+:)?rule>", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("<(?:\\w+:)?text>\\s*\"([\\w-]+)\"\\s*</(?:\\w+:)?text>");
    private static final Pattern CELL =
            Pattern.compile("(<(?:\\w+:)?text>\\s*(?:\\[0\\.\\.|&lt;=\\s*))(\\d*\\.?\\d+)(\\]?\\s*</(?:\\w+:)?text>)");

    private Tolerances() {}

    static Map<String, Double> in(String xml) {
        var tolerances = new LinkedHashMap<String, Double>();
        var rules = RULE.matcher(xml);
        while (rules.find()) {
            var rule = rules.group();
            var cell = CELL.matcher(rule);
            if (rule.contains("\"AI_ANSWER\"") && cell.find()) {
                tolerances.put(name(rule), Double.parseDouble(cell.group(2)));
            }
        }
        return tolerances;
    }

    /** @throws IllegalArgumentException if there is no such rule, or a tolerance is none */
    static String changed(String xml, Map<String, Double> tolerances) {
        var known = in(xml);
        tolerances.forEach((rule, tolerance) -> {
            if (!known.containsKey(rule)) {
                throw new IllegalArgumentException("The gate has no tolerance in a rule \"%s\"; it has them in %s"
                        .formatted(rule, String.join(", ", known.keySet())));
            }
            if (!(tolerance > 0 && tolerance < 1)) {
                throw new IllegalArgumentException(
                        "The tolerance of %s has to be between 0 and 1, such as 0.1, but it is %s"
                                .formatted(rule, tolerance));
            }
        });
        return RULE.matcher(xml).replaceAll(found -> {
            var rule = found.group();
            var name = name(rule);
            var changed = rule.contains("\"AI_ANSWER\"") && tolerances.containsKey(name)
                    ? CELL.matcher(rule).replaceFirst("$1" + tolerances.get(name) + "$3")
                    : rule;
            return Matcher.quoteReplacement(changed);
        });
    }

    /** What its last column answers. */
    private static String name(String rule) {
        var texts = new ArrayList<String>();
        var text = TEXT.matcher(rule);
        while (text.find()) {
            texts.add(text.group(1));
        }
        return texts.isEmpty() ? "" : texts.getLast();
    }
}
