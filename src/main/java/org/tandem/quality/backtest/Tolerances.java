package org.tandem.quality.backtest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tolerances of a gate: which share of the answers may be wrong, by the class of topics. They stand in the decision
 * {@code tolerance}, one row each, and can be changed there without touching anything else in the file.
 */
final class Tolerances {

    private static final Pattern DECISION =
            Pattern.compile("<(?:\\w+:)?decision\\s[^>]*\\bid=\"tolerance\".*?</(?:\\w+:)?decision>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile(
            "(<(?:\\w+:)?text>\\s*\"(?<class>[\\w-]+)\"\\s*</(?:\\w+:)?text>(?:(?!</(?:\\w+:)?rule>).)*?<(?:\\w+:)?text>\\s*)(?<share>\\d*\\.?\\d+)(?=\\s*<)",
            Pattern.DOTALL);

    private Tolerances() {}

    static Map<String, Double> in(String xml) {
        var tolerances = new LinkedHashMap<String, Double>();
        var decision = DECISION.matcher(xml);
        if (decision.find()) {
            ROW.matcher(decision.group())
                    .results()
                    .forEach(row -> tolerances.put(row.group("class"), Double.valueOf(row.group("share"))));
        }
        return tolerances;
    }

    /** @throws IllegalArgumentException if there is no such class, or a tolerance is none */
    static String changed(String xml, Map<String, Double> tolerances) {
        var known = in(xml);
        tolerances.forEach((topicClass, tolerance) -> {
            if (!known.containsKey(topicClass)) {
                throw new IllegalArgumentException("The gate has no tolerance for %s topics; it has them for %s"
                        .formatted(topicClass, String.join(", ", known.keySet())));
            }
            if (!(tolerance > 0 && tolerance < 1)) {
                throw new IllegalArgumentException(
                        "The tolerance for %s topics has to be between 0 and 1, such as 0.1, but it is %s"
                                .formatted(topicClass, tolerance));
            }
        });
        return DECISION.matcher(xml)
                .replaceAll(decision -> Matcher.quoteReplacement(
                        ROW.matcher(decision.group()).replaceAll(row -> changed(row, tolerances))));
    }

    private static String changed(MatchResult row, Map<String, Double> tolerances) {
        var tolerance = tolerances.get(row.group("class"));
        return Matcher.quoteReplacement(tolerance == null ? row.group() : row.group(1) + tolerance);
    }
}
