package org.tandem.assistant;

import java.time.Instant;

/**
 * A model that was learned and can be used.
 *
 * @param version unique; sorts by age
 * @param fingerprint the same for models that were learned from the same
 * @param accuracy the share of its examples that it recognised unseen, 0 to 1
 * @param examples how many examples it was judged by
 * @param learned how many of them are not from the knowledge
 */
public record StoredModel(
        String version, String fingerprint, Instant createdAt, double accuracy, int examples, int learned) {

    static StoredModel of(TrainedModels.About about) {
        return new StoredModel(
                about.version(),
                about.fingerprint(),
                about.createdAt(),
                about.metrics().getOrDefault(TrainedModels.About.ACCURACY, 0.0),
                about.basis().inside() + about.basis().outside(),
                about.learned());
    }
}
