package org.tandem.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.tandem.desk.Task;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.State;

/** How things at the desk are called, so that nothing is told by its colour only. */
final class InWords {

    private static final int HIGH = 75;
    private static final int URGENT = 100;

    private InWords() {}

    static String due(Task task, Instant now) {
        if (task.dueAt() == null) {
            return "No due date";
        }
        var left = Duration.between(now, task.dueAt());
        return left.isPositive() ? "Due in " + roughly(left) : "Overdue by " + roughly(left.negated());
    }

    /** In steps, so that a list does not change with every look. */
    static String roughly(Duration duration) {
        var minutes = duration.toMinutes();
        if (minutes < 1) {
            return "less than a minute";
        }
        if (minutes < 90) {
            return (minutes < 10 ? minutes : minutes / 5 * 5) + " min";
        }
        var hours = duration.toHours();
        if (hours < 5 && minutes % 60 >= 5) {
            return hours + " h " + minutes % 60 / 5 * 5 + " min";
        }
        return hours < 48 ? hours + " h" : duration.toDays() + " days";
    }

    static String priority(int priority) {
        if (priority >= URGENT) {
            return "Urgent";
        }
        return priority >= HIGH ? "High" : "Normal";
    }

    static String topic(@Nullable String topic) {
        return topic == null ? "" : StringUtils.capitalize(topic.replace('-', ' '));
    }

    static String why(@Nullable String reason) {
        if (reason == null) {
            return "";
        }
        try {
            return switch (HandOverReason.valueOf(reason)) {
                case CUSTOMER_ASKED -> "Asked for a person";
                case CUSTOMER_WROTE -> "Wrote again";
                case NOT_SOLVED -> "Said it was not solved";
                case GATE -> "Not for the AI to answer";
                case AI_UNAVAILABLE -> "The AI was not available";
                case AI_TOO_SLOW -> "The AI took too long";
                case REOPENED -> "Came back after the end";
                case ANSWER_WRONG -> "The last answer was wrong";
                case FOLLOW_UP -> "To be followed up today";
                case STUCK -> "Something failed on our side";
            };
        } catch (IllegalArgumentException ofAnotherModel) {
            return reason.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    static String state(State state) {
        return switch (state) {
            case RECEIVED -> "With the AI";
            case AI_ANSWERED -> "Answered by the AI";
            case WITH_PERSON -> "Waits for a person";
            case ANSWERED_BY_PERSON -> "Answered by a person";
            case RESOLVED -> "Solved";
            case WITHDRAWN -> "Withdrawn by the customer";
        };
    }
}
