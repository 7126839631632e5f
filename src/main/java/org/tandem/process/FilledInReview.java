package org.tandem.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Assistant;
import org.tandem.desk.Completions;
import org.tandem.desk.FieldFlaw;
import org.tandem.quality.audits.Review;

/** Reads a review from what the task was completed with, which can be anything: whoever completes it need not use the form. */
@Component
class FilledInReview {

    private final UserTasks userTasks;
    private final Completions completions;
    private final Assistant assistant;
    private final ObjectMapper json;

    FilledInReview(UserTasks userTasks, Completions completions, Assistant assistant, ObjectMapper json) {
        this.userTasks = userTasks;
        this.completions = completions;
        this.assistant = assistant;
        this.json = json;
    }

    /** A review that can be stored, or why there is none. */
    sealed interface Result {}

    record Reviewed(String reviewer, Review review) implements Result {}

    /** @param why what is missing or wrong, in sentences */
    record Returned(String why) implements Result {}

    Result read(ActivatedJob job, Map<String, Object> values) {
        var task = userTasks.completed(job).orElse(null);
        var reviewer = task == null ? null : task.getAssignee();
        if (task == null || reviewer == null || reviewer.isBlank()) {
            return new Returned("It is not known who reviewed this: claim the task before you complete it.");
        }
        var flaws = completions.flaws(task.getUserTaskKey(), json.valueToTree(values)).stream()
                .map(FieldFlaw::sentence)
                .collect(Collectors.joining(" "));
        if (!flaws.isEmpty()) {
            return new Returned(flaws);
        }
        try {
            return new Reviewed(reviewer, review(values));
        } catch (IllegalArgumentException wrong) {
            return new Returned(wrong.getMessage() + ".");
        }
    }

    private Review review(Map<String, Object> values) {
        return new Review(
                yes(values, "right"),
                yes(values, "polite"),
                yes(values, "complete"),
                yes(values, "personNeeded"),
                "yes".equals(values.get("correction")),
                text(values.get("note")),
                TopicChoice.chosen(text(values.get("askedAbout")), assistant.topics()));
    }

    /** Forms may let it be empty. */
    private static boolean yes(Map<String, Object> values, String name) {
        var said = values.get(name);
        if (!"yes".equals(said) && !"no".equals(said)) {
            throw new IllegalArgumentException("\"%s\" must be yes or no".formatted(name));
        }
        return "yes".equals(said);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
