package org.tandem.assistant;

import java.time.Instant;
import org.tandem.assistant.guarantee.Basis;

/**
 * A model that was learned and can be used.
 *
 * @param version unique; sorts by age
 * @param fingerprint the same for models that were learned from the same
 * @param accuracy the share of its examples that it recognised unseen, 0 to 1
 * @param learned how many of its examples are not from the knowledge
 * @param basis what its guaranteed risks rest on
 * @param promise the same in a sentence without a full stop
 */
public record StoredModel(
        String version,
        String fingerprint,
        Instant createdAt,
        double accuracy,
        int learned,
        Basis basis,
        String promise) {

    static StoredModel of(TrainedModels.About about) {
        return new StoredModel(
                about.version(),
                about.fingerprint(),
                about.createdAt(),
                about.metrics().getOrDefault(TrainedModels.About.ACCURACY, 0.0),
                about.learned(),
                about.basis(),
                about.promise());
    }

    /** How many examples it was judged by. */
    public int examples() {
        return basis.inside() + basis.outside();
    }

    /** Which share of all inquiries its promise allows to be about none of the topics, and how that is known. */
    public String outside() {
        return "%.0f %% (%s)"
                .formatted(
                        100 * basis.outsideShare(),
                        basis.casesOfShare() == 0
                                ? "assumed"
                                : "from %d handled cases".formatted(basis.casesOfShare()));
    }
}
