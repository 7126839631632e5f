package org.tandem.inquiry;

import java.time.Instant;
import java.time.ZoneId;

/** What the case itself tells the customer. */
final class SystemWords {

    private SystemWords() {}

    /**
     * A target is called one: how long others waited is told with the place in the queue.
     *
     * @param why whose wish it was, where the reason alone does not say
     */
    static String handedOver(HandOver handOver, Why why) {
        var who = switch (handOver.reason()) {
            case CUSTOMER_ASKED ->
                why == Why.COMPLAINT
                        ? "You told us that this is a complaint, so a person takes it over"
                        : "You asked for a person. One takes over";
            case FOLLOW_UP -> "A person looks into this again today, as planned";
            case CUSTOMER_WROTE, NOT_SOLVED, REOPENED, ANSWER_WRONG -> "A person takes this up again";
            case GATE, AI_UNAVAILABLE, AI_TOO_SLOW, STUCK ->
                why == Why.HANDED_BACK
                        ? "Our AI assistant could not answer it, so a person does"
                        : "A person takes this over";
        };
        return "%s. Our target is an answer within %s."
                .formatted(who, Promise.of(handOver).inWords());
    }

    /** What a hand-over has to do with what was said before. */
    enum Why {
        COMPLAINT,
        HANDED_BACK,
        NOTHING_MORE
    }

    static String handedBack() {
        return "A person has looked at this, and our AI assistant tries to answer it now. If it cannot, a person"
                + " answers. You can ask for one at any time.";
    }

    static String askingForRating(Outcome outcome) {
        return resolved(outcome) + " How satisfied are you with how it was handled?";
    }

    static String resolved(Outcome outcome) {
        return switch (outcome) {
            case SOLVED_BY_AI, SOLVED_BY_PERSON -> "Good that this is solved.";
            case PRESUMED_SOLVED, WITHDRAWN ->
                "We have not heard from you, so we take it that this is solved. If it is not, write here or ask for a"
                        + " person.";
        };
    }

    static String startingOver() {
        return "Something failed on our side, so a person takes this over. Nothing is lost and you need not send it"
                + " again.";
    }

    static String correcting() {
        return "We have looked at our answer again, and it was not right. A person takes over and puts it"
                + " right. You need not do anything.";
    }

    static String waitChanged(Expectation expected) {
        return "It takes longer than we told you, and we are sorry. %s You need not do anything: your place in the queue stays yours."
                .formatted(expected.inWords());
    }

    static String notReached(Instant again, ZoneId zone) {
        return "We called you and did not reach you. We try again on %s. If you would rather have a written answer, say so here."
                .formatted(Moments.inSentence(again, zone));
    }

    static String wrongNumber() {
        return "The phone number you gave does not lead to you, so we have forgotten it. A person answers here, in"
                + " writing. You can give another number as long as there is no answer.";
    }

    static String thankingForRating() {
        return "Thank you for your rating. It shows us where to get better.";
    }
}
