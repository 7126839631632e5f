package org.tandem.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.response.UserTask;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Assistant;
import org.tandem.desk.Completions;
import org.tandem.desk.FieldFlaw;
import org.tandem.inquiry.ComplaintReply;
import org.tandem.inquiry.PersonAnswer;
import org.tandem.inquiry.ProductFeedback;
import org.tandem.inquiry.Reminder;

/** Reads the answer of a person from what the task was completed with, which can be anything: whoever completes it need not use the form. */
@Component
class FilledIn {

    private static final String REPLY = "reply";
    private static final String TOPIC = "topic";
    private static final int LONGEST_AHEAD = 90;
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final UserTasks userTasks;
    private final Completions completions;
    private final Assistant assistant;
    private final ObjectMapper json;
    private final Clock clock;

    FilledIn(UserTasks userTasks, Completions completions, Assistant assistant, ObjectMapper json, Clock clock) {
        this.userTasks = userTasks;
        this.completions = completions;
        this.assistant = assistant;
        this.json = json;
        this.clock = clock;
    }

    /** An answer that can be sent, or why there is none. */
    sealed interface Result {}

    record Answered(PersonAnswer answer) implements Result {}

    /**
     * An answer that goes back to people. Is a variable of the process.
     *
     * @param why what is missing or wrong, in sentences
     * @param reply what was written to the customer, if it is a text
     * @param by who completed the task, and gets it back; null if that is not known
     */
    public record Returned(
            String why, @Nullable String reply, @Nullable String by) implements Result {}

    /** The fields of the form, each whatever it was completed with. */
    record Completion(
            @Nullable Object reply,
            @Nullable Object resolutionCode,
            @Nullable Object draftVerdict,
            @Nullable Object draftFlaw,
            @Nullable Object topic,
            @Nullable Object productArea,
            @Nullable Object productFeedback,
            @Nullable Object followUp,
            @Nullable Object followUpOn,
            @Nullable Object followUpNote,
            @Nullable Object callResult,
            @Nullable Object customerComplains,
            @Nullable Object complaintReply) {}

    /** @param zone in which the customer lives, whose days are meant */
    Result read(ActivatedJob job, Completion completion, ZoneId zone) {
        Map<String, Object> values = json.convertValue(completion, FIELDS);
        var task = userTasks.completed(job);
        var by = task.map(UserTask::getAssignee).orElse(null);
        var flaws = task.map(completed -> flaws(completed, values)).orElse("");
        if (!flaws.isEmpty()) {
            return returned(flaws, values, by);
        }
        try {
            return new Answered(new PersonAnswer(
                    text(values, REPLY),
                    text(values, "resolutionCode"),
                    text(values, "draftVerdict"),
                    optional(values, "draftFlaw"),
                    TopicChoice.chosen(optional(values, TOPIC), assistant.topics()),
                    optional(values, "productArea"),
                    productFeedback(values),
                    reminder(values, zone),
                    complaintReply(values)));
        } catch (IllegalArgumentException wrong) {
            return returned(wrong.getMessage() + ".", values, by);
        }
    }

    private String flaws(UserTask task, Map<String, Object> values) {
        return completions.flaws(task.getUserTaskKey(), json.valueToTree(values)).stream()
                .map(FieldFlaw::sentence)
                .collect(Collectors.joining(" "));
    }

    /** Where nothing is wanted, nothing need be written; tasks of older models have no area. */
    private static String productFeedback(Map<String, Object> values) {
        return ProductFeedback.NONE.equals(values.get("productArea")) ? "" : text(values, "productFeedback");
    }

    private static @Nullable ComplaintReply complaintReply(Map<String, Object> values) {
        var said = optional(values, "complaintReply");
        return said == null
                ? null
                : Arrays.stream(ComplaintReply.values())
                        .filter(reply -> reply.name().equals(said))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "\"%s\" is no reply to a complaint: it is FINAL, HOLDING or NOT_YET".formatted(said)));
    }

    /** What is not finally answered comes back: a complaint always, anything else if the agent wants it. */
    private @Nullable Reminder reminder(Map<String, Object> values, ZoneId zone) {
        var reply = complaintReply(values);
        if (!Boolean.TRUE.equals(values.get("followUp")) && (reply == null || reply == ComplaintReply.FINAL)) {
            return null;
        }
        var day = day(text(values, "followUpOn"));
        var today = LocalDate.ofInstant(clock.instant(), zone);
        if (!day.isAfter(today) || day.isAfter(today.plusDays(LONGEST_AHEAD))) {
            throw new IllegalArgumentException(
                    "The day to follow up must be one of the next %d days, not %s".formatted(LONGEST_AHEAD, day));
        }
        return new Reminder(day, text(values, "followUpNote"));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw new IllegalArgumentException(
                    "\"%s\" is no day to follow up: one is written like 2026-03-31".formatted(text), noDay);
        }
    }

    private static @Nullable String optional(Map<String, Object> values, String name) {
        return values.get(name) == null || "".equals(values.get(name)) ? null : text(values, name);
    }

    /** Forms may let them be empty. */
    private static String text(Map<String, Object> values, String name) {
        return switch (values.get(name)) {
            case null -> throw new IllegalArgumentException("\"%s\" is missing".formatted(name));
            case String text -> text;
            case Object other -> throw new IllegalArgumentException("\"%s\" must be a text".formatted(name));
        };
    }

    private static Returned returned(String why, Map<String, Object> values, @Nullable String by) {
        return new Returned(why, values.get(REPLY) instanceof String text ? text : null, by);
    }
}
