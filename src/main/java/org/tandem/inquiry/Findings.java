package org.tandem.inquiry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt of the AI found out that helps a person, whatever became of the attempt.
 *
 * @param wants what the customer asks for, in words, each request for itself
 * @param perhaps what else the customer may want, the likeliest first
 * @param heard what was heard beside it, such as {@code complaint}
 * @param unfinished an answer with blanks where a fact is missing; never sent
 * @param unsure why there was no draft
 * @param topics ids of the topics that are likely, the likeliest first
 */
@JsonIgnoreProperties("facts") // findings of earlier versions have them
public record Findings(
        List<String> wants,
        List<String> perhaps,
        List<String> heard,
        @Nullable String unfinished,
        @Nullable String unsure,
        List<String> topics) {

    public static final Findings NONE = new Findings(List.of(), List.of(), List.of(), null, null, List.of());

    public Findings {
        wants = List.copyOf(wants);
        perhaps = perhaps == null ? List.of() : List.copyOf(perhaps); // findings of earlier versions have none
        heard = List.copyOf(heard);
        topics = topics == null ? List.of() : List.copyOf(topics); // the same
    }

    /** Without the answer, so that it can be logged. */
    @Override
    public String toString() {
        return "Findings[heard=%s]".formatted(heard);
    }
}
