package org.tandem.inquiry;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt of the AI found out that helps a person, whatever became of the attempt.
 *
 * @param wants what the customer asks for, in words, each request for itself
 * @param perhaps what else the customer may want, the likeliest first
 * @param heard what was heard beside it, such as {@code complaint}
 * @param facts what is known of the customer's account
 * @param unfinished an answer with blanks where a fact is missing; never sent
 * @param unsure why there was no draft
 */
public record Findings(
        List<String> wants,
        List<String> perhaps,
        List<String> heard,
        Map<String, String> facts,
        @Nullable String unfinished,
        @Nullable String unsure) {

    public static final Findings NONE = new Findings(List.of(), List.of(), List.of(), Map.of(), null, null);

    public Findings {
        wants = List.copyOf(wants);
        perhaps = perhaps == null ? List.of() : List.copyOf(perhaps); // findings of earlier versions have none
        heard = List.copyOf(heard);
        facts = Map.copyOf(facts);
    }

    /** Without facts about the customer, so that it can be logged. */
    @Override
    public String toString() {
        return "Findings[heard=%s]".formatted(heard);
    }
}
