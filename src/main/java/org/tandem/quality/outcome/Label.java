package org.tandem.quality.outcome;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.quality.QualityEvent.Truth;

/**
 * What is held to be true of an answer. Depends on which evidence there is and not on the order in which it came.
 *
 * @param source that decided, null when there is no evidence
 * @param weight of the evidence that decided, 0 without any
 * @param resolved in the strict sense of {@link Outcomes#RESOLVED}; null as long as it is too early to say
 */
record Label(
        Truth truth,
        @Nullable Source source,
        double weight,
        @Nullable Boolean resolved) {

    static final Label NONE = new Label(Truth.UNKNOWN, null, 0, null);

    /**
     * The evidence of the greatest weight decides. Where such evidence contradicts itself, the truth is unknown. Of evidence from the
     * same source about the same only the latest counts.
     */
    static Label of(Collection<Evidence> all) {
        var standing = standing(all);
        var strongest = standing.stream()
                .filter(evidence -> evidence.says() != Truth.UNKNOWN)
                .max(Comparator.comparingDouble(Evidence::weight)
                        .thenComparing(Evidence::source, Comparator.reverseOrder()));
        var resolved = resolved(standing);
        if (strongest.isEmpty()) {
            return new Label(Truth.UNKNOWN, null, 0, resolved);
        }
        var decides = strongest.get();
        var contradicted = standing.stream()
                .anyMatch(evidence -> evidence.weight() == decides.weight()
                        && evidence.says() != Truth.UNKNOWN
                        && evidence.says() != decides.says());
        return new Label(contradicted ? Truth.UNKNOWN : decides.says(), decides.source(), decides.weight(), resolved);
    }

    private static @Nullable Boolean resolved(List<Evidence> standing) {
        var cameBack = standing.stream()
                .anyMatch(evidence -> evidence.isAgainst()
                        && switch (evidence.source()) {
                            case REOPENING, REPEAT_CONTACT, VERDICT -> true;
                            case AUDIT, AGENT, RATING, SILENCE -> false;
                        });
        var silent = standing.stream().anyMatch(evidence -> evidence.source() == Source.SILENCE);
        return cameBack ? Boolean.FALSE : silent ? Boolean.TRUE : null;
    }

    private static List<Evidence> standing(Collection<Evidence> all) {
        var latest = new LinkedHashMap<List<Object>, Evidence>();
        all.forEach(evidence -> latest.merge(
                List.of(evidence.source(), evidence.about()),
                evidence,
                (one, other) -> other.isLaterThan(one) ? other : one));
        return List.copyOf(latest.values());
    }
}
