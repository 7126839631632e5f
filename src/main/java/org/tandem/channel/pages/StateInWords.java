package org.tandem.channel.pages;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.PeopleAtWork.Standing;
import org.tandem.inquiry.Promise;

/** How an inquiry stands and what happens next, as one would say it to a customer. */
record StateInWords(String now, String next) {

    static final String AI_TAKES = "a minute";
    private static final Duration USUAL_FOR_AI = Duration.ofMinutes(1);

    static StateInWords of(CaseFile file, Standing standing, Instant now) {
        return switch (file.state()) {
            case RECEIVED -> withAi(file, now);
            case AI_ANSWERED ->
                new StateInWords(
                        "Our AI assistant has answered", "Did that solve it? If not, say so and a person takes over.");
            case WITH_PERSON -> withPerson(file.promise(), standing, now);
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

    private static StateInWords withAi(CaseFile file, Instant now) {
        if (file.handOvers().stream().anyMatch(HandOver::isHandedBack)) {
            return new StateInWords(
                    "Our AI assistant is reading your inquiry",
                    "A person asked it to. If it cannot help, a person answers, and you can ask for one at any time.");
        }
        return file.receivedAt().plus(USUAL_FOR_AI).isAfter(now)
                ? new StateInWords(
                        "Our AI assistant is reading your inquiry",
                        "You usually have an answer within %s. If it cannot help, a person takes over."
                                .formatted(AI_TAKES))
                : new StateInWords(
                        "Your inquiry is here, the answer takes longer than usual",
                        "Nothing is lost and you need not send it again. You can ask for a person at any time.");
    }

    /** Nothing that is not so: a person is named once one has it, and a time once one was promised, in the words of that promise. */
    private static StateInWords withPerson(@Nullable Promise promise, Standing standing, Instant now) {
        var who = switch (standing) {
            case ON_ITS_WAY, QUEUED, UNKNOWN -> "You are waiting for a person";
            case KEPT -> "This is waiting for the person who answered before";
            case TAKEN -> "A person is reading this";
        };
        if (promise == null) {
            return new StateInWords(who, "We are finding the right one. Here you will see when to expect an answer.");
        }
        if (now.isBefore(promise.by())) {
            return new StateInWords(
                    "%s; our target is an answer within %s".formatted(who, promise.inWords()),
                    "That counts from when you were told. The answer appears here. If there is something to add,"
                            + " write it below; it is read along.");
        }
        return new StateInWords(
                who + ", and it takes longer than we said",
                standing == Standing.ON_ITS_WAY
                        ? "We are sorry. Nothing is lost and you need not send it again."
                        : "We are sorry. Your inquiry was moved up, and you need not send it again.");
    }
}
