package org.tandem.quality.learning;

import java.util.List;

/**
 * An article about a gap of the knowledge, made of nothing but what customers asked and agents answered, without personal data.
 *
 * @param asked how often, in words
 * @param title what the most typical customer asked
 * @param topic a possible id
 * @param examples what customers asked, the most typical first
 * @param answer of an agent, the most typical one
 * @param otherAnswers the next ones, to compare; empty if there are none
 */
public record ProposedArticle(
        String asked, String title, String topic, List<String> examples, String answer, String otherAnswers) {

    /** Without what was written, so that it can be logged. */
    @Override
    public String toString() {
        return "ProposedArticle[topic=%s]".formatted(topic);
    }
}
