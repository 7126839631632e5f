package org.tandem.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.response.ActivatedJob;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.desk.Completions;
import org.tandem.desk.FieldFlaw;
import org.tandem.inquiry.PersonAnswer;

/** Reads the answer of a person from what the task was completed with, which can be anything: whoever completes it need not use the form. */
@Component
class FilledIn {

    private static final String REPLY = "reply";

    private final UserTasks userTasks;
    private final Completions completions;
    private final ObjectMapper json;

    FilledIn(UserTasks userTasks, Completions completions, ObjectMapper json) {
        this.userTasks = userTasks;
        this.completions = completions;
        this.json = json;
    }

    /** An answer that can be sent, or why there is none. */
    sealed interface Result {}

    record Answered(PersonAnswer answer) implements Result {}

    /**
     * An answer that goes back to people. Is a variable of the process.
     *
     * @param why what is missing or wrong, in sentences
     * @param reply what was written to the customer, if it is a text
     */
    public record Returned(String why, @Nullable String reply) implements Result {}

    Result read(ActivatedJob job, Object reply, Object resolutionCode, Object draftVerdict, Object productFeedback) {
        Map<String, Object> values = new HashMap<>();
        values.put(REPLY, reply);
        values.put("resolutionCode", resolutionCode);
        values.put("draftVerdict", draftVerdict);
        values.put("productFeedback", productFeedback);
        var flaws = flaws(job, values);
        if (!flaws.isEmpty()) {
            return returned(flaws, values);
        }
        try {
            return new Answered(new PersonAnswer(
                    text(values, REPLY),
                    text(values, "resolutionCode"),
                    text(values, "draftVerdict"),
                    text(values, "productFeedback")));
        } catch (IllegalArgumentException wrong) {
            return returned(wrong.getMessage() + ".", values);
        }
    }

    private String flaws(ActivatedJob job, Map<String, Object> values) {
        return userTasks
                .completed(job)
                .map(task -> completions.flaws(task.getUserTaskKey(), json.valueToTree(values)).stream()
                        .map(FieldFlaw::sentence)
                        .collect(Collectors.joining(" ")))
                .orElse("");
    }

    /** Forms may let them be empty. */
    private static String text(Map<String, Object> values, String name) {
        return switch (values.get(name)) {
            case null -> throw new IllegalArgumentException("\"%s\" is missing".formatted(name));
            case String text -> text;
            case Object other -> throw new IllegalArgumentException("\"%s\" must be a text".formatted(name));
        };
    }

    private static Returned returned(String why, Map<String, Object> values) {
        return new Returned(why, values.get(REPLY) instanceof String text ? text : null);
    }
}
