package org.tandem.channel.pages;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.PeopleAtWork.Standing;

/** How an inquiry stands and what happens next, as one would say it to a customer. */
record StateInWords(String now, String next) {

    private static final Duration USUAL_FOR_AI = Duration.ofMinutes(1);

    static StateInWords of(CaseFile file, Standing standing, Instant now) {
        return switch (file.state()) {
            case RECEIVED ->
                file.receivedAt().plus(USUAL_FOR_AI).isAfter(now)
                        ? new StateInWords(
                                "Our AI assistant is reading your inquiry",
                                "You usually have an answer within a minute. If it cannot help, a person takes over.")
                        : new StateInWords(
                                "Your inquiry is here, the answer takes longer than usual",
                                "Nothing is lost and you need not send it again. You can ask for a person at any"
                                        + " time.");
            case AI_ANSWERED ->
                new StateInWords(
                        "Our AI assistant has answered", "Did that solve it? If not, say so and a person takes over.");
            case WITH_PERSON -> withPerson(file.expectedBy(), standing, now);
            case ANSWERED_BY_PERSON ->
                new StateInWords("A person has answered", "Did that solve it? If not, say so and we look at it again.");
            case RESOLVED ->
                new StateInWords(
                        "This is solved",
                        "If it is not, or comes back, write here or ask for a person. Nothing is lost.");
            case WITHDRAWN ->
                new StateInWords("You withdrew this inquiry", "Nothing more happens with it. You can always ask anew.");
        };
    }

    /** Nothing that is not so: a person is named once one has it, and a time once one was promised. */
    private static StateInWords withPerson(@Nullable Instant expectedBy, Standing standing, Instant now) {
        var who = switch (standing) {
            case ON_ITS_WAY, QUEUED, UNKNOWN -> "You are waiting for a person";
            case KEPT -> "This is waiting for the person who answered before";
            case TAKEN -> "A person is reading this";
        };
        if (expectedBy == null) {
            return new StateInWords(who, "We are finding the right one. Here you will see when to expect an answer.");
        }
        var left = Duration.between(now, expectedBy);
        if (left.isPositive()) {
            return new StateInWords(
                    who + ", usually answered within " + roughly(left),
                    "The answer appears here. If there is something to add, write it below; it is read along.");
        }
        return new StateInWords(
                who + ", and it takes longer than we said",
                standing == Standing.ON_ITS_WAY
                        ? "We are sorry. Nothing is lost and you need not send it again."
                        : "We are sorry. Your inquiry was moved up, and you need not send it again.");
    }

    /** Rounded up in steps that do not change with every look: a promise that flickers is none. */
    static String roughly(Duration left) {
        var minutes = Math.ceilDiv(left.toSeconds(), 60);
        if (minutes <= 5) {
            return "5 min";
        }
        if (minutes <= 50) {
            return Math.ceilDiv(minutes, 10) * 10 + " min";
        }
        var hours = Math.ceilDiv(minutes, 60);
        return hours <= 24 ? hours + " h" : Math.ceilDiv(hours, 24) + " days";
    }
}
