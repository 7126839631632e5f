package org.tandem.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an inquiry, announced once its transaction is stored. Carries no personal data of customers. The names are stored with
 * what the engine has not heard, so renaming one needs a migration.
 */
public sealed interface InquiryEvent {

    UUID eventId();

    InquiryId inquiryId();

    Instant at();

    /** A customer opened an inquiry. */
    record Received(UUID eventId, InquiryId inquiryId, Instant at, String number, String conversationKey)
            implements InquiryEvent {}

    /** A customer came back to a closed inquiry. {@code conversationKey} is the one it has from now on. */
    record Reopened(
            UUID eventId, InquiryId inquiryId, Instant at, String number, String conversationKey, HandOverReason reason)
            implements InquiryEvent {}

    /** The customer added a message. {@code conversationKey} is the one from before it. */
    record CustomerWrote(UUID eventId, InquiryId inquiryId, Instant at, String conversationKey)
            implements InquiryEvent {}

    /** The customer asked for a person. {@code conversationKey} is the one from before that. */
    record PersonRequested(UUID eventId, InquiryId inquiryId, Instant at, String conversationKey)
            implements InquiryEvent {}

    /** The customer, who waits for a person, would rather be called, or not any more. */
    record ChannelChosen(UUID eventId, InquiryId inquiryId, Instant at, String conversationKey, boolean call)
            implements InquiryEvent {}

    /** A reviewer found the last answer wrong, so a person takes over. {@code conversationKey} is the one from before that. */
    record CorrectionNeeded(UUID eventId, InquiryId inquiryId, Instant at, String conversationKey)
            implements InquiryEvent {}

    /** The customer said whether the answer helped. {@code conversationKey} is the one from before that. */
    record VerdictGiven(UUID eventId, InquiryId inquiryId, Instant at, String conversationKey, boolean solved)
            implements InquiryEvent {}

    /** The customer was asked how satisfied they are. */
    record AskedForRating(UUID eventId, InquiryId inquiryId, Instant at) implements InquiryEvent {}

    /** The customer rated how the inquiry was handled, or changed the rating. */
    record Rated(UUID eventId, InquiryId inquiryId, Instant at, int score) implements InquiryEvent {}

    /** The customer withdrew the inquiry. */
    record Withdrawn(UUID eventId, InquiryId inquiryId, Instant at) implements InquiryEvent {}

    /**
     * The confidence gate has decided who answers.
     *
     * @param route {@code AI_ANSWER}, {@code PERSON_WITH_DRAFT} or {@code PERSON}
     * @param rule that matched
     * @param topic the best one, null when none was recognised
     * @param risk probability, 0 to 1, that an automatic answer would be wrong
     */
    record Decided(
            UUID eventId,
            InquiryId inquiryId,
            Instant at,
            String conversationKey,
            String route,
            String rule,
            @Nullable String topic,
            @Nullable String topicClass,
            double risk,
            String modelVersion)
            implements InquiryEvent {}

    /** An AI answer is in the conversation. */
    record AiAnswered(UUID eventId, InquiryId inquiryId, Instant at, String conversationKey, UUID messageId)
            implements InquiryEvent {}

    /** People have the inquiry in a queue, with a time by which to answer. */
    record HandedOver(
            UUID eventId,
            InquiryId inquiryId,
            Instant at,
            String conversationKey,
            HandOverReason reason,
            String queue,
            Instant firstResponseDue)
            implements InquiryEvent {}

    /**
     * A person's answer is in the conversation.
     *
     * @param draftVerdict {@code USED}, {@code EDITED}, {@code WRONG} or {@code NO_DRAFT}
     * @param draftFlaw why the draft was wrong, null unless it was
     * @param topic what it was about: the id of a topic, {@code ""} for none that is known, null when not said
     * @param productArea what of the product the person has feedback about, {@code none} for none, null when it was not asked; what they
     *     wrote is in the case, {@link Inquiries#productFeedback}
     */
    record AnsweredByPerson(
            UUID eventId,
            InquiryId inquiryId,
            Instant at,
            String conversationKey,
            UUID messageId,
            String resolutionCode,
            String draftVerdict,
            @Nullable String draftFlaw,
            @Nullable String topic,
            @Nullable String productArea)
            implements InquiryEvent {}

    /**
     * A person handed the inquiry back to the AI instead of answering. {@code conversationKey} is the one from before that.
     *
     * @param nextKey the conversation key that it has from now on
     * @param reason a code such as {@code NO_PERSON_NEEDED}
     * @param agent the name that the person signs in with, null where the engine does not tell it
     */
    record HandedBack(
            UUID eventId,
            InquiryId inquiryId,
            Instant at,
            String number,
            String conversationKey,
            String nextKey,
            String reason,
            @Nullable String agent)
            implements InquiryEvent {}

    /** It became known who of the staff gave the person's answer: the name they sign in with. */
    record AgentKnown(UUID eventId, InquiryId inquiryId, Instant at, String conversationKey, String agent)
            implements InquiryEvent {}

    /**
     * The customer had contacted us about the same or a similar topic before.
     *
     * @param earlierKey conversation key of the answer that they had to that
     * @param similarity {@link Similarity#OTHER_TOPIC} when it turned out not to be so, which takes back what was said before
     * @param after from that answer to this inquiry, at most 30 days
     */
    record ContactedAgain(
            UUID eventId,
            InquiryId inquiryId,
            Instant at,
            InquiryId earlier,
            String earlierKey,
            boolean earlierByAi,
            Similarity similarity,
            Duration after)
            implements InquiryEvent {}

    /** The inquiry counts as solved; the customer can still come back. */
    record Resolved(UUID eventId, InquiryId inquiryId, Instant at, String conversationKey, Outcome outcome)
            implements InquiryEvent {}

    /** The inquiry has ended. If the customer comes back, it is reopened. */
    record Closed(UUID eventId, InquiryId inquiryId, Instant at, Outcome outcome) implements InquiryEvent {}
}
