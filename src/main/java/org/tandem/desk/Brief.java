package org.tandem.desk;

/**
 * What a person needs to know before answering, as the form {@code answer-customer} shows it. All fields are text for people; an
 * unknown one says so instead of being empty. What customers wrote is masked, because a task shows only process variables.
 *
 * @param number the case number
 * @param waitingSince when the customer wrote first, for people to read
 * @param customerWrites the conversation so far, one paragraph a message
 * @param wants what the customer wants, as far as it was understood, each request for itself
 * @param facts what is known of the customer's account
 * @param feeling how the customer seems to feel
 * @param tried what was tried before
 * @param why why a person has the case
 * @param draft the best draft of the AI, to start from or to discard
 * @param sources where the draft comes from
 * @param similar how people solved the latest similar cases
 */
public record Brief(
        String number,
        String waitingSince,
        String customerWrites,
        String wants,
        String facts,
        String feeling,
        String tried,
        String why,
        String draft,
        String sources,
        String similar) {

    /** The same for people who get an answer back that could not be sent. */
    public Brief returnedBecause(String reason) {
        return withWhy("This came back: the answer was not sent. %s\n\nBefore that: %s".formatted(reason, why));
    }

    /** The same with what a reviewer found wrong. */
    public Brief withMistake(String found) {
        return withWhy("%s.\n\nWhat the reviewer says: %s".formatted(why, found));
    }

    private Brief withWhy(String newWhy) {
        return new Brief(
                number, waitingSince, customerWrites, wants, facts, feeling, tried, newWhy, draft, sources, similar);
    }
}
