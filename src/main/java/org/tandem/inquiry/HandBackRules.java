package org.tandem.inquiry;

import java.util.Optional;
import java.util.Set;

/** When a person may hand a case back to the AI: never where somebody wants or needs a person, and once in a case. */
final class HandBackRules {

    private static final Set<String> FOR_PEOPLE = Set.of("sensitive", "person-only");
    private static final Set<String> HEARD = Set.of("complaint", "vulnerability", "fraud", "legal-threat");
    private static final Set<String> TOPICS = Set.of("complaint", "vulnerable-customer");

    private HandBackRules() {}

    /**
     * Why not, as a sentence; nothing if it may be handed back.
     *
     * @param personAsked whether the customer ever asked for a person, also while one had the case
     * @param wantsCall whether the customer waits for a call
     */
    static Optional<String> against(CaseFile file, boolean personAsked, boolean wantsCall) {
        if (file.state() != State.WITH_PERSON) {
            return Optional.of("The case is not with a person any more.");
        }
        if (file.handOvers().stream().anyMatch(HandOver::isHandedBack)) {
            return Optional.of("This case was handed back to the AI before, and that is done once.");
        }
        if (personAsked || file.attempts().stream().anyMatch(AiAttempt::customerAskedForPerson)) {
            return Optional.of("The customer asked for a person.");
        }
        if (wantsCall) {
            return Optional.of("The customer wants to be called.");
        }
        if (file.messages().stream().anyMatch(said -> said.author() == Author.AI || said.author() == Author.PERSON)) {
            return Optional.of("The customer has an answer already, and whoever comes back talks to a person.");
        }
        if (file.complaint() || file.attempts().stream().anyMatch(HandBackRules::isForPeople)) {
            return Optional.of("This is a complaint, or something that only a person should answer.");
        }
        return Optional.empty();
    }

    private static boolean isForPeople(AiAttempt attempt) {
        return attempt.distress()
                || attempt.topicClass() != null && FOR_PEOPLE.contains(attempt.topicClass())
                || attempt.topic() != null && TOPICS.contains(attempt.topic())
                || attempt.findings().heard().stream().anyMatch(HEARD::contains);
    }
}
