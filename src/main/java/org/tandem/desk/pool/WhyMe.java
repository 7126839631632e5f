package org.tandem.desk.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tandem.desk.pool.allocation.Decision;
import org.tandem.desk.pool.allocation.Score;

/** Says to somebody in sentences why they were offered something. */
final class WhyMe {

    private WhyMe() {}

    static String of(Decision.Offer decision, Set<String> needed) {
        var mine = decision.chosen();
        var sentences = new ArrayList<String>();
        sentences.add(
                needed.isEmpty()
                        ? "It needs no special skill."
                        : "You have what it needs: %s.".formatted(skills(needed)));
        if (!decision.previous().sentence().isEmpty()) {
            sentences.add(decision.previous().sentence());
        }
        if (decision.becauseBefore()) {
            return String.join(" ", sentences);
        }
        if (decision.others().isEmpty()) {
            sentences.add("Nobody else who is available and has room can do it.");
        } else {
            sentences.add("Of the %s who could do it now you come first, with %s points; the next one has %s."
                    .formatted(
                            decision.others().size() + 1,
                            points(mine.total()),
                            points(decision.others().stream()
                                    .mapToDouble(Score::total)
                                    .max()
                                    .orElse(0))));
            sentences.add(
                    "You waited %s since your last offer, have %d of %d tasks, and accepted %s an hour lately (all of you together: %s)."
                            .formatted(
                                    minutes(mine.idleSeconds()),
                                    mine.load(),
                                    mine.cap(),
                                    points(mine.rate()),
                                    points(decision.meanRate())));
        }
        return String.join(" ", sentences);
    }

    static String skills(Collection<String> needed) {
        return needed.stream()
                .sorted()
                .map(skill -> skill.startsWith(Profile.LANGUAGE)
                        ? Locale.of(skill.substring(Profile.LANGUAGE.length())).getDisplayLanguage(Locale.ENGLISH)
                        : skill)
                .collect(Collectors.joining(", "));
    }

    static String points(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String minutes(long seconds) {
        return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
    }
}
