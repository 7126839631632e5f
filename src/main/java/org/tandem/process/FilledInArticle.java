package org.tandem.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.assistant.TopicClass;
import org.tandem.assistant.knowledge.Article;
import org.tandem.desk.Completions;
import org.tandem.desk.FieldFlaw;

/** Reads what an editor decided from what the task was completed with, which can be anything. */
@Component
class FilledInArticle {

    private final UserTasks userTasks;
    private final Completions completions;
    private final ObjectMapper json;

    FilledInArticle(UserTasks userTasks, Completions completions, ObjectMapper json) {
        this.userTasks = userTasks;
        this.completions = completions;
        this.json = json;
    }

    /** A decision that can be carried out, or why there is none. */
    sealed interface Result {}

    record Approved(Article article) implements Result {}

    record Refused(String editor, String reason) implements Result {}

    /** @param why what is missing or wrong, in sentences */
    record Returned(String why) implements Result {}

    Result read(ActivatedJob job, Map<String, @Nullable Object> values) {
        var task = userTasks.completed(job).orElse(null);
        var editor = task == null ? null : task.getAssignee();
        if (task == null || editor == null || editor.isBlank()) {
            return new Returned("It is not known who decided this: claim the task before you complete it.");
        }
        var flaws = completions.flaws(task.getUserTaskKey(), json.valueToTree(values)).stream()
                .map(FieldFlaw::sentence)
                .collect(Collectors.joining(" "));
        if (!flaws.isEmpty()) {
            return new Returned(flaws);
        }
        return switch (text(values, "decision")) {
            case "approve" -> approved(editor, values);
            case "refuse" -> new Refused(editor, text(values, "reason"));
            default -> new Returned("\"decision\" must be approve or refuse.");
        };
    }

    private static Result approved(String editor, Map<String, @Nullable Object> values) {
        var topicClass = TopicClass.ofLabel(text(values, "topicClass"));
        return topicClass.isEmpty()
                ? new Returned("\"topicClass\" must be routine, account, sensitive or person-only.")
                : new Approved(new Article(
                        text(values, "topicId"),
                        text(values, "title"),
                        topicClass.get(),
                        text(values, "automation").equals("on"),
                        editor,
                        text(values, "source"),
                        text(values, "examples")
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .distinct()
                                .toList(),
                        text(values, "answer")));
    }

    private static String text(Map<String, @Nullable Object> values, String name) {
        return values.get(name) instanceof String text ? text.strip() : "";
    }
}
