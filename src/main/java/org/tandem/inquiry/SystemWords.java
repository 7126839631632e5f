package org.tandem.inquiry;

import java.time.Duration;

/** What the case itself tells the customer. */
final class SystemWords {

    private SystemWords() {}

    static String handedOver(HandOver handOver) {
        var within = roughly(Duration.between(handOver.at(), handOver.firstResponseDue()));
        var sentence = switch (handOver.reason()) {
            case CUSTOMER_ASKED -> "You asked for a person. One takes over and usually answers within %s.";
            case CUSTOMER_WROTE, NOT_SOLVED, REOPENED -> "A person takes this up again and usually answers within %s.";
            case GATE, AI_UNAVAILABLE, AI_TOO_SLOW, STUCK -> "A person takes this over and usually answers within %s.";
        };
        return sentence.formatted(within);
    }

    static String askingForRating(Outcome outcome) {
        return switch (outcome) {
            case SOLVED_BY_AI, SOLVED_BY_PERSON ->
                "Good that this is solved. How satisfied are you with how it was handled?";
            case PRESUMED_SOLVED, WITHDRAWN ->
                "We have not heard from you, so we take it that this is solved. If it is not, write here or ask for a person."
                        + " How satisfied are you with how it was handled?";
        };
    }

    static String startingOver() {
        return "Something failed on our side, so a person takes this over. Nothing is lost and you need not send it again.";
    }

    static String thankingForRating() {
        return "Thank you for your rating. It shows us where to get better.";
    }

    /** In the largest unit that fits, rounded up: a promise must not be shorter than what was decided. */
    static String roughly(Duration duration) {
        var minutes = Math.max(1, Math.ceilDiv(duration.toSeconds(), 60));
        if (minutes < 60) {
            return counted(minutes, "minute");
        }
        var hours = Math.ceilDiv(minutes, 60);
        return hours < 48 ? counted(hours, "hour") : counted(Math.ceilDiv(hours, 24), "day");
    }

    private static String counted(long number, String unit) {
        return number == 1 ? "1 " + unit : number + " " + unit + "s";
    }
}
