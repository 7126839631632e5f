package org.tandem.bpmn.feel;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The functions of FEEL as forms have it: feelin, the interpreter of form-js 1.23. It lacks some that engines have, and a call of one of them
 * shows nothing.
 */
public final class FormFunctions {

    private static final Set<String> NAMES = Arrays.stream("""
        number, string, date, date and time, time, duration, years and months duration, now, today, not, substring,
        string length, upper case, lower case, substring before, substring after, replace, contains, matches,
        starts with, ends with, split, string join, list contains, list replace, count, min, max, sum, mean, all,
        any, sublist, append, concatenate, insert before, remove, reverse, index of, union, distinct values, flatten,
        product, median, stddev, mode, decimal, floor, ceiling, abs, round up, round down, round half up,
        round half down, modulo, sqrt, log, exp, odd, even, is, before, after, meets, met by, overlaps, includes,
        day of year, day of week, month of year, week of year, sort, get value, get entries, context, context merge,
        context put
        """.split("[,\\n]"))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    /** How the same is said without them. */
    private static final Map<String, String> INSTEAD = Map.of(
            "is defined", "x != null",
            "get or else", "if x = null then y else x",
            "is empty", "count(x) = 0",
            "is blank", "x = null or string length(x) = 0",
            "trim", "replace(x, \"^[ ]+|[ ]+$\", \"\")",
            "put", "context put(x, key, y)",
            "put all", "context merge(x, y)",
            "and", "all(x)",
            "or", "any(x)");

    private FormFunctions() {}

    public static Set<String> names() {
        return NAMES;
    }

    /** What an expression calls that forms do not have. */
    public static Set<String> missingFrom(Expression expression) {
        var missing = new TreeSet<>(Functions.calledIn(expression.tree()));
        missing.removeAll(NAMES);
        return missing;
    }

    /** What would be right instead of such a call. */
    public static String instead(String function) {
        return INSTEAD.containsKey(function)
                ? "Write it without: " + INSTEAD.get(function)
                : "Work it out in the process, in a mapping of the task, and show the result";
    }
}
