package org.tandem.assistant;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tandem.assistant.meaning.Meanings;

/** Meanings by the embedding that topics are found with. */
@Component
class EmbeddedMeanings implements Meanings {

    private final Assistant assistant;
    private final Workshop workshop;

    EmbeddedMeanings(Assistant assistant, Workshop workshop) {
        this.assistant = assistant;
        this.workshop = workshop;
    }

    @Override
    public Optional<float[]> of(String text) {
        return assistant.readiness() instanceof Readiness.Ready
                ? Optional.of(workshop.embedder().embed(text))
                : Optional.empty();
    }
}
