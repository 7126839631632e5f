package org.tandem.inquiry;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * An inquiry and the rules of its life. The episode, and with it the conversation key, moves on whenever the case passes to a
 * person or is resolved, so that a message meant for an earlier phase never reaches a later one.
 */
@Entity
class Inquiry extends AbstractAggregateRoot<Inquiry> {

    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private String number;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state = State.RECEIVED;

    private boolean closed;
    private int episode = 1;

    @Embedded
    private Customer customer;

    private String contactKey;
    private @Nullable String language;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Channel channel;

    private Instant receivedAt;
    private boolean complaint;
    private boolean personAsked;
    private @Nullable String idempotencyKey;
    private @Nullable String contentHash;
    private @Nullable Boolean verdict;

    @Embedded
    private @Nullable Rating rating;

    @ElementCollection
    @CollectionTable(name = "inquiry_rating", joinColumns = @JoinColumn(name = "inquiry_id"))
    @OrderColumn(name = "position")
    private List<Rating> ratings = new ArrayList<>();

    private @Nullable Instant ratingAskedAt;

    private int repeatContacts;

    @Embedded
    private Matter matter = Matter.UNKNOWN;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Outcome outcome;

    @Embedded
    private Conversation conversation = new Conversation();

    @Embedded
    private Evidence evidence = new Evidence();

    @Embedded
    private Requests requests = new Requests();

    @SuppressWarnings("NullAway.Init")
    Inquiry() {}

    Inquiry(InquiryId id, String number, NewInquiry asked, int repeatContacts, Instant now) {
        this.id = id.value();
        this.number = number;
        this.customer = asked.customer();
        this.contactKey = asked.customer().contactKey();
        this.language = asked.language();
        this.channel = asked.channel();
        this.repeatContacts = repeatContacts;
        this.receivedAt = now;
        this.complaint = asked.complaint();
        conversation.write(asked.text(), null, now);
        registerEvent(new InquiryEvent.Received(UUID.randomUUID(), id, now, number, conversationKey()));
        if (complaint) {
            requestPerson(now);
        }
    }

    /** Remembers by which request it was opened, so that its repetition is recognised. */
    Inquiry openedBy(@Nullable String key, @Nullable String hash) {
        idempotencyKey = key;
        contentHash = hash;
        return this;
    }

    boolean hasContent(String hash) {
        return hash.equals(contentHash);
    }

    /** Whether a request with this key was not done before. */
    boolean isFirst(String requestKey, String hash) {
        return requests.isFirst(requestKey, hash);
    }

    // What the customer does

    UUID write(String text, @Nullable String key, Instant now) {
        var repeated = conversation.repeated(text, key, now);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        refuseIf(state == State.WITHDRAWN, "written to");
        var before = conversationKey();
        var message = conversation.write(text, key, now);
        if (state == State.WITH_PERSON) {
            registerEvent(new InquiryEvent.CustomerWrote(UUID.randomUUID(), id(), now, before));
        } else if (state != State.RECEIVED) { // before that, the next answer reads it or is not sent
            comeBack(new InquiryEvent.CustomerWrote(UUID.randomUUID(), id(), now, before), HandOverReason.REOPENED);
        }
        return message;
    }

    /** Never refused while the inquiry is not withdrawn: a person is always reachable. */
    void requestPerson(Instant now) {
        refuseIf(state == State.WITHDRAWN, "passed to a person");
        personAsked = true;
        if (state == State.WITH_PERSON) {
            return;
        }
        var requested = new InquiryEvent.PersonRequested(UUID.randomUUID(), id(), now, conversationKey());
        if (state == State.RECEIVED) {
            passToPerson();
            registerEvent(requested);
        } else {
            comeBack(requested, HandOverReason.CUSTOMER_ASKED);
        }
    }

    void chooseChannel(boolean call, Instant now) {
        refuseIf(state != State.WITH_PERSON, call ? "answered by a call" : "answered in writing only");
        registerEvent(new InquiryEvent.ChannelChosen(UUID.randomUUID(), id(), now, conversationKey(), call));
    }

    /** What becomes of the waiting, such as what came of trying to call the customer: each step once, and nothing after an answer. */
    void tellWaiting(String step, String words, Instant now) {
        if (state == State.WITH_PERSON && conversation.find(step).isEmpty()) {
            conversation.say(step, Author.SYSTEM, words, now, List.of());
        }
    }

    void verdict(boolean solved, Instant now) {
        var alreadyTrue = solved
                ? state == State.RESOLVED && !isPresumedSolved()
                : state == State.WITH_PERSON && Boolean.FALSE.equals(verdict);
        if (alreadyTrue) {
            return;
        }
        if (isPresumedSolved()) {
            verdictAfterwards(solved, now);
            return;
        }
        refuseIf(!isAnswered(), solved ? "called solved" : "called not solved");
        var given = new InquiryEvent.VerdictGiven(UUID.randomUUID(), id(), now, conversationKey(), solved);
        verdict = solved;
        if (solved) {
            registerEvent(given);
            rest(state == State.AI_ANSWERED ? Outcome.SOLVED_BY_AI : Outcome.SOLVED_BY_PERSON, now);
        } else {
            comeBack(given, HandOverReason.NOT_SOLVED);
        }
    }

    /** The process has to know only of those who come back: whoever confirms does so with the key that the answer had. */
    private void verdictAfterwards(boolean solved, Instant now) {
        verdict = solved;
        var answer = matter.answeredKey();
        var key = solved && answer != null ? answer : conversationKey();
        var given = new InquiryEvent.VerdictGiven(UUID.randomUUID(), id(), now, key, solved);
        if (solved) {
            registerEvent(given);
        } else {
            comeBack(given, HandOverReason.NOT_SOLVED);
        }
    }

    /** Whoever rates what was answered before this moment has forgotten too much. */
    void refuseRatingIfAnsweredBefore(Instant moment) {
        var at = matter.answeredAt();
        if (closed && at != null && at.isBefore(moment)) {
            throw new RatingTooLate(id(), state);
        }
    }

    void rate(int score, @Nullable String comment, Instant now) {
        refuseIf(!isAnswered() && state != State.RESOLVED, "rated");
        var given = new Rating(score, comment, now);
        if (rating != null && given.equals(new Rating(rating.score(), rating.comment(), now))) {
            return;
        }
        rating = given;
        ratings.add(given);
        registerEvent(new InquiryEvent.Rated(UUID.randomUUID(), id(), now, score));
    }

    void withdraw(Instant now) {
        if (state == State.WITHDRAWN) {
            return;
        }
        refuseIf(closed, "withdrawn");
        state = State.WITHDRAWN;
        registerEvent(new InquiryEvent.Withdrawn(UUID.randomUUID(), id(), now));
    }

    // What the process does; jobs run at least once, so each of these can be repeated

    void keepAttempt(AiAttempt attempt) {
        if (conversation.find(aiStep(attempt.conversationKey())).isEmpty()) {
            evidence.keep(attempt);
            matter = matter.guessed(attempt);
        }
    }

    /** The AI never speaks over a person, nor answers what it has not read. */
    Sending answerByAi(GateDecision decision, Instant now) {
        if (!decision.route().equals("AI_ANSWER")) {
            throw new IllegalArgumentException(
                    "Inquiry %s: the gate decided %s, so no AI answer may be sent".formatted(id, decision.route()));
        }
        keep(decision, now);
        var key = decision.conversationKey();
        var sent = conversation.find(aiStep(key));
        if (sent.isPresent()) {
            return new Sending.Sent(sent.get());
        }
        if (state != State.RECEIVED || !key.equals(conversationKey())) {
            return new Sending.Refused("The inquiry is %s by now".formatted(state));
        }
        var attempt = evidence.attempt(key).orElse(null);
        if (attempt == null || attempt.draft() == null) {
            return new Sending.Refused("There is no draft");
        }
        if (attempt.customerMessages() != conversation.customerMessages()) {
            return new Sending.Refused("The customer wrote after the draft was made");
        }
        var message = conversation.say(aiStep(key), Author.AI, Texts.reply(attempt.draft()), now, attempt.sources());
        answered(State.AI_ANSWERED);
        matter = matter.answered(key, true, now);
        registerEvent(new InquiryEvent.AiAnswered(UUID.randomUUID(), id(), now, key, message));
        return new Sending.Sent(message);
    }

    /** @param key of the stretch that ends with this; a step that comes late, in a later one, changes nothing */
    String takeToPerson(String key, @Nullable GateDecision decision, Instant now) {
        if (decision != null) {
            keep(decision, now);
        }
        if (key.equals(conversationKey()) && state != State.WITHDRAWN && state != State.WITH_PERSON && !closed) {
            passToPerson();
        }
        return conversationKey();
    }

    /** @param notice what the customer has to know beside it, in sentences; null for nothing */
    void handOver(HandOver handOver, @Nullable String notice, Instant now) {
        var key = handOver.conversationKey();
        if (evidence.handOver(key).isPresent() || state != State.WITH_PERSON || !key.equals(conversationKey())) {
            return;
        }
        var why = evidence.isHandedBack()
                ? SystemWords.Why.HANDED_BACK
                : complaint && evidence.handOvers().isEmpty()
                        ? SystemWords.Why.COMPLAINT
                        : SystemWords.Why.NOTHING_MORE;
        evidence.keep(handOver);
        var words = SystemWords.handedOver(handOver, why) + (notice == null ? "" : "\n\n" + notice);
        conversation.say("hand-over:" + key, Author.SYSTEM, words, now, List.of());
        registerEvent(new InquiryEvent.HandedOver(
                UUID.randomUUID(), id(), now, key, handOver.reason(), handOver.queue(), handOver.firstResponseDue()));
    }

    /** @param receipt what the customer is told, once; null for nothing */
    void noteComplaint(@Nullable String receipt, Instant now) {
        complaint = true;
        if (receipt != null && state != State.WITHDRAWN) {
            conversation.say("complaint", Author.SYSTEM, receipt, now, List.of());
        }
    }

    /** Tells the customer by when we answer instead, once for each promise; nothing when no person has it any more. */
    void promiseAnew(String key, String sentence, Instant by, Instant now) {
        if (state == State.WITH_PERSON && key.equals(conversationKey())) {
            conversation.say("new-time:" + key + ":" + by, Author.SYSTEM, sentence, now, List.of());
            evidence.handOver(key).ifPresent(handOver -> evidence.keep(handOver.answeredBy(by)));
        }
    }

    Sending answerByPerson(PersonAnswer answer, String key, Instant now) {
        var step = personStep(key);
        var sent = conversation.find(step);
        if (sent.isPresent()) {
            return new Sending.Sent(sent.get());
        }
        if (state != State.WITH_PERSON || !key.equals(conversationKey())) {
            return new Sending.Refused("The inquiry is %s by now".formatted(state));
        }
        var message = conversation.say(step, Author.PERSON, answer.reply(), now, List.of());
        evidence.keep(StoredAnswer.of(answer, key, message, now));
        answered(State.ANSWERED_BY_PERSON);
        var topic = answer.topic();
        matter = (topic == null ? matter : matter.said(topic)).answered(key, false, now);
        registerEvent(new InquiryEvent.AnsweredByPerson(
                UUID.randomUUID(),
                id(),
                now,
                key,
                message,
                answer.resolutionCode(),
                answer.draftVerdict(),
                answer.draftFlaw(),
                answer.topic(),
                answer.productArea()));
        return new Sending.Sent(message);
    }

    /** Why a person may not hand it back to the AI, as a sentence; nothing if they may. */
    Optional<String> againstHandingBack(boolean wantsCall) {
        return HandBackRules.against(snapshot(), personAsked, wantsCall);
    }

    /** The AI may try again, in a stretch of its own; whatever was written for people until now does not reach it. */
    HandingBack handBack(String key, String reason, @Nullable String agent, boolean wantsCall, Instant now) {
        var handOver = evidence.handOver(key);
        if (handOver.filter(HandOver::isHandedBack).isPresent()) {
            return new HandingBack.Done(keyAfter(key));
        }
        if (handOver.isEmpty() || !key.equals(conversationKey())) {
            return new HandingBack.Refused("The case went on meanwhile.");
        }
        var against = againstHandingBack(wantsCall);
        if (against.isPresent()) {
            return new HandingBack.Refused(against.get());
        }
        evidence.keep(handOver.get().takenBy(agent).handedBackBecause(reason));
        conversation.say("hand-back:" + key, Author.SYSTEM, SystemWords.handedBack(), now, List.of());
        state = State.RECEIVED;
        episode++;
        registerEvent(new InquiryEvent.HandedBack(
                UUID.randomUUID(), id(), now, number, key, conversationKey(), reason, agent));
        return new HandingBack.Done(conversationKey());
    }

    void recordAgent(String key, String agent, Instant now) {
        evidence.handOver(key)
                .filter(handOver -> !agent.equals(handOver.agent()))
                .ifPresent(handOver -> {
                    evidence.keep(handOver.takenBy(agent));
                    registerEvent(new InquiryEvent.AgentKnown(UUID.randomUUID(), id(), now, key, agent));
                });
    }

    /** @param asks whether the customer may be asked for a rating */
    FollowUp resolve(@Nullable String key, Outcome how, boolean asks, Instant now) {
        if (key != null && isOfEarlier(key)) {
            return new FollowUp.Resting(key);
        }
        if (isAnswered()) {
            rest(how, now);
        }
        if (state == State.RESOLVED && !closed && (rating == null || conversation.answeredSince(rating.at()))) {
            var step = "rating:" + conversationKey();
            if (conversation.find(step).isEmpty()) {
                var words = asks ? SystemWords.askingForRating(how) : SystemWords.resolved(how);
                conversation.say(step, Author.SYSTEM, words, now, List.of());
                if (asks) {
                    ratingAskedAt = now;
                    registerEvent(new InquiryEvent.AskedForRating(UUID.randomUUID(), id(), now));
                }
            }
        }
        return followUp();
    }

    void thankForRating(Instant now) {
        if (rating != null) {
            conversation.say("thanks", Author.SYSTEM, SystemWords.thankingForRating(), now, List.of());
        }
    }

    FollowUp close(@Nullable String key, Outcome how, Instant now) {
        if (key != null && isOfEarlier(key)) {
            return new FollowUp.Resting(key);
        }
        if (state == State.RESOLVED && !closed) {
            end(how, now);
        }
        return followUp();
    }

    /** The process that began with this conversation key is given up; whoever waits gets a person in another one. */
    void startOver(String startKey, Instant now) {
        var step = "stuck:" + startKey;
        if (conversation.find(step).isPresent() || state == State.WITHDRAWN || closed) {
            return;
        }
        conversation.say(step, Author.SYSTEM, SystemWords.startingOver(), now, List.of());
        passToPerson();
        registerEvent(new InquiryEvent.Reopened(
                UUID.randomUUID(), id(), now, number, conversationKey(), HandOverReason.STUCK));
    }

    /** The answer of this stretch was wrong: unless a person has had the case since, one gets it now, and the customer is told. */
    void correct(String key, Instant now) {
        var step = "correction:" + key;
        var answer = conversation.find(aiStep(key)).or(() -> conversation.find(personStep(key)));
        if (answer.isEmpty()
                || conversation.find(step).isPresent()
                || !conversation.isLastAnswer(answer.get())
                || !isAnswered() && state != State.RESOLVED) {
            return;
        }
        var before = conversationKey();
        conversation.say(step, Author.SYSTEM, SystemWords.correcting(), now, List.of());
        goOnWithPerson(
                new InquiryEvent.CorrectionNeeded(UUID.randomUUID(), id(), now, before), HandOverReason.ANSWER_WRONG);
    }

    void closeWithdrawn(Instant now) {
        if (state != State.WITHDRAWN) {
            throw new IllegalStateException("Inquiry %s was not withdrawn, it is %s".formatted(id, state));
        }
        if (!closed) {
            end(Outcome.WITHDRAWN, now);
        }
    }

    /** What was registered and is not yet published. */
    Collection<Object> events() {
        return domainEvents();
    }

    void forgetEvents() {
        clearDomainEvents();
    }

    InquiryId id() {
        return new InquiryId(id);
    }

    String contactKey() {
        return contactKey;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    Matter matter() {
        return matter;
    }

    /** Nothing unless there was an answer. */
    Optional<RepeatContact> repeatedBy(Inquiry later) {
        var key = matter.answeredKey();
        var at = matter.answeredAt();
        return key == null || at == null
                ? Optional.empty()
                : Optional.of(new RepeatContact(
                        id(),
                        number,
                        key,
                        matter.answeredByAi(),
                        evidence.handOver(key).map(HandOver::agent).orElse(null),
                        later.matter.to(matter),
                        Duration.between(at, later.receivedAt).truncatedTo(ChronoUnit.SECONDS)));
    }

    String number() {
        return number;
    }

    /** Empty unless a person answered. */
    Optional<SolvedCase> solvedByPerson() {
        return evidence.lastAnswer()
                .flatMap(answer -> conversation.messages().stream()
                        .filter(message -> message.id().equals(answer.messageId()))
                        .map(message -> new SolvedCase(number, answer.resolutionCode(), message.text()))
                        .findFirst());
    }

    Optional<ProductFeedback> productFeedback(String key) {
        return evidence.answer(key)
                .flatMap(answer -> Optional.ofNullable(answer.productArea())
                        .filter(area -> !area.equals(ProductFeedback.NONE))
                        .map(area -> new ProductFeedback(area, answer.productFeedback())));
    }

    Optional<Reminder> reminder() {
        return evidence.lastAnswer().map(StoredAnswer::reminder);
    }

    Optional<ComplaintReply> complaintReply() {
        return evidence.lastAnswer().map(StoredAnswer::complaintReply);
    }

    CaseFile snapshot() {
        return new CaseFile(
                id(),
                number,
                state,
                closed,
                conversationKey(),
                customer,
                language,
                receivedAt,
                conversation.messages(),
                evidence.attempts(),
                evidence.decisions(),
                evidence.handOvers(),
                rating,
                isPresumedSolved(),
                repeatContacts,
                outcome,
                state == State.WITH_PERSON
                        ? evidence.handOver(conversationKey()).map(Promise::of).orElse(null)
                        : null,
                channel,
                complaint);
    }

    private void comeBack(InquiryEvent event, HandOverReason whenClosed) {
        repeatContacts++;
        goOnWithPerson(event, whenClosed);
    }

    private void goOnWithPerson(InquiryEvent event, HandOverReason whenClosed) {
        var wasClosed = closed;
        passToPerson();
        registerEvent(
                wasClosed
                        ? new InquiryEvent.Reopened(
                                UUID.randomUUID(), id(), event.at(), number, conversationKey(), whenClosed)
                        : event);
    }

    private void keep(GateDecision decision, Instant now) {
        if (evidence.keep(decision)) {
            evidence.attempt(decision.conversationKey())
                    .map(attempt -> decision.decided(id(), attempt, now))
                    .ifPresent(this::registerEvent);
        }
    }

    private void passToPerson() {
        state = State.WITH_PERSON;
        closed = false;
        outcome = null;
        episode++;
    }

    private void answered(State by) {
        state = by;
        verdict = null;
    }

    private void rest(Outcome how, Instant now) {
        state = State.RESOLVED;
        episode++;
        registerEvent(new InquiryEvent.Resolved(UUID.randomUUID(), id(), now, conversationKey(), how));
    }

    private void end(Outcome how, Instant now) {
        closed = true;
        outcome = how;
        registerEvent(new InquiryEvent.Closed(UUID.randomUUID(), id(), now, how));
    }

    /**
     * A later conversation was answered since, so there is nothing for this one to end. What rests keeps belonging to the conversation
     * that it rests after.
     */
    private boolean isOfEarlier(String key) {
        if (key.equals(conversationKey())) {
            return false;
        }
        return isAnswered() || state == State.RESOLVED && !key.equals(conversationKey(episode - 1));
    }

    /** Whatever is neither resolved nor withdrawn needs somebody, so the process may not let it rest. */
    private FollowUp followUp() {
        return state == State.RESOLVED || state == State.WITHDRAWN
                ? new FollowUp.Resting(conversationKey())
                : new FollowUp.CameBack();
    }

    /** Resolved without a word of the customer. */
    private boolean isPresumedSolved() {
        return state == State.RESOLVED && !closed && verdict == null;
    }

    private boolean isAnswered() {
        return state == State.AI_ANSWERED || state == State.ANSWERED_BY_PERSON;
    }

    private void refuseIf(boolean notNow, String action) {
        if (notNow) {
            throw new ActionRefused(id(), state, action);
        }
    }

    String conversationKey() {
        return conversationKey(episode);
    }

    private String conversationKey(int ofEpisode) {
        return id + ":" + ofEpisode;
    }

    private static String keyAfter(String key) {
        var number = key.lastIndexOf(':') + 1;
        return key.substring(0, number) + (Integer.parseInt(key.substring(number)) + 1);
    }

    private static String personStep(String key) {
        return "person:" + key;
    }

    private static String aiStep(String conversationKey) {
        return "ai:" + conversationKey;
    }
}
