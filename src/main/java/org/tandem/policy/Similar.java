package org.tandem.policy;

import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/** Guesses which known name somebody meant: one of which at most a third, rounded up, is other, capital letters aside. */
final class Similar {

    private Similar() {}

    /** {@code " (did you mean x?)"}, or nothing if no name comes near. */
    static String to(String name, Set<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(other -> ignoringCase(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(other -> ignoringCase(name, other) <= Math.ceilDiv(Math.max(name.length(), other.length()), 3))
                .map(other -> " (did you mean %s?)".formatted(other))
                .orElse("");
    }

    private static int ignoringCase(String one, String other) {
        return distance(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }

    static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
