package org.tandem.inquiry;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.tandem.privacy.PhoneNumber;

/** All inquiries: how customers get at theirs, and what the process does with them. Every method can be repeated. */
@Service
public class Inquiries {

    private static final Logger LOG = LoggerFactory.getLogger(Inquiries.class);
    private static final int REPEAT_CONTACTS_THAT_MATTER = 9;

    private final InquiryRepository repository;
    private final Transactions transactions;
    private final AccessKey accessKey;
    private final RepeatContacts repeatContacts;
    private final CallNumbers callNumbers;
    private final InquirySettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Inquiries(
            InquiryRepository repository,
            Transactions transactions,
            AccessKey accessKey,
            RepeatContacts repeatContacts,
            CallNumbers callNumbers,
            InquirySettings settings,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.accessKey = accessKey;
        this.repeatContacts = repeatContacts;
        this.callNumbers = callNumbers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Accepts an inquiry. The same key and content again gives the same receipt. */
    public Receipt open(NewInquiry asked, @Nullable String idempotencyKey) {
        var hash = idempotencyKey == null ? null : ContentHash.of(asked);
        return transactions.write(attempt -> {
            if (idempotencyKey != null && hash != null) {
                var known = repository.findByIdempotencyKey(idempotencyKey);
                if (known.isPresent()) {
                    return receiptAgain(known.get(), hash);
                }
            }
            var now = now();
            // a number that is taken makes this a further attempt, and those have longer numbers
            var number = CaseNumber.random(random, attempt == 0 ? 2 : 3);
            var inquiry = new Inquiry(InquiryId.next(), number, asked, repeatContacts(asked.customer(), now), now);
            return receipt(repository.save(inquiry.openedBy(idempotencyKey, hash)));
        });
    }

    public CaseFile get(InquiryId id) {
        return transactions.read(() -> repository
                .findById(id.value())
                .orElseThrow(() -> new UnknownInquiry(id))
                .snapshot());
    }

    /** The latest inquiries on a topic that people solved. */
    public List<SolvedCase> solvedByPeople(String topic, int most) {
        return transactions.read(() -> repository.findSolvedByPeople(topic, Limit.of(most)).stream()
                .flatMap(inquiry -> inquiry.solvedByPerson().stream())
                .toList());
    }

    /** The latest other inquiries of the same customer. */
    public List<EarlierCase> othersOf(CaseFile file, int most) {
        return transactions.read(() ->
                repository.findOthersOf(file.customer().contactKey(), file.id().value(), Limit.of(most)));
    }

    /**
     * Which of these were handed over because their customers call them complaints, as long as they were handed over once only. It is
     * what {@link CaseFile#isHandedOverAsComplaint()} says of one, for many.
     */
    public Set<InquiryId> handedOverAsComplaints(Collection<InquiryId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return transactions.read(
                () -> repository
                        .findHandedOverAsComplaints(
                                ids.stream().map(InquiryId::value).toList())
                        .stream()
                        .map(InquiryId::new)
                        .collect(Collectors.toSet()));
    }

    /** What the person who answered in this stretch would like to see improved; nothing if they had nothing to say. */
    public Optional<ProductFeedback> productFeedback(InquiryId id, String conversationKey) {
        return transactions.read(
                () -> repository.findById(id.value()).flatMap(one -> one.productFeedback(conversationKey)));
    }

    /** What the person who answered last has agreed to see to later. */
    public Optional<Reminder> reminder(InquiryId id) {
        return transactions.read(() -> repository.findById(id.value()).flatMap(Inquiry::reminder));
    }

    /** What the last answer of a person was to a complaint; nothing when that was not asked. */
    public Optional<ComplaintReply> complaintReply(InquiryId id) {
        return transactions.read(() -> repository.findById(id.value()).flatMap(Inquiry::complaintReply));
    }

    /** Some of the inquiries that were received before, in the order of their ids: to walk through all of them, a few at a time. */
    public List<InquiryId> receivedBefore(Instant before, InquiryId after, int most) {
        return transactions.read(() -> repository.findOlder(after.value(), before, Limit.of(most)).stream()
                .map(InquiryId::new)
                .toList());
    }

    /** The inquiry about the same or a similar topic to which its customer had an answer before, if there is one. */
    public Optional<RepeatContact> repeatOf(InquiryId id) {
        return transactions.read(() -> repeatContacts.of(id));
    }

    /** Gives an inquiry to its customer. Refuses with {@link InvalidToken} whoever has another token, whether or not the inquiry exists. */
    public CustomerCase enter(InquiryId id, String token) {
        if (!accessKey.opens(id, token)) {
            throw new InvalidToken(id);
        }
        return new CustomerCase(this, id, null);
    }

    UUID write(InquiryId id, String text, @Nullable String idempotencyKey) {
        var message = Texts.message(text);
        return change(id, inquiry -> inquiry.write(message, idempotencyKey, now()));
    }

    void requestPerson(InquiryId id, @Nullable String key) {
        once(id, "person-request", key, "", inquiry -> inquiry.requestPerson(now()));
    }

    void askForCall(InquiryId id, PhoneNumber number, @Nullable String key) {
        // the hash stays when the number is forgotten: with the token, which is kept nowhere, nobody finds the number
        // by trying all
        once(id, "call-request", key, accessKey.tokenFor(id) + number.e164(), inquiry -> {
            var known = callNumbers.has(id);
            callNumbers.keep(id, number, now());
            if (!known) {
                inquiry.chooseChannel(true, now());
            }
        });
    }

    void preferWriting(InquiryId id, @Nullable String key) {
        once(id, "writing-request", key, "", inquiry -> {
            if (callNumbers.has(id)) {
                callNumbers.forget(id);
                inquiry.chooseChannel(false, now());
            }
        });
    }

    /** Whether the customer wants to be called. */
    public boolean wantsCall(InquiryId id) {
        return transactions.read(() -> callNumbers.has(id));
    }

    /** Where the customer wants to be called: for whoever calls, at the moment of calling. */
    public Optional<PhoneNumber> callNumber(InquiryId id) {
        return transactions.read(() -> callNumbers.of(id));
    }

    /** Tells the customer that nobody answered and when it is tried again, once for each try. */
    public void callFailed(InquiryId id, String tryKey, Instant again, ZoneId zone) {
        act(id, inquiry -> inquiry.tellWaiting("call:" + tryKey, SystemWords.notReached(again, zone), now()));
    }

    /** Tells the customer that the number is wrong, which is forgotten, and that the answer comes in writing. */
    public void callImpossible(InquiryId id, String tryKey) {
        act(id, inquiry -> {
            callNumbers.forget(id);
            inquiry.tellWaiting("call:" + tryKey, SystemWords.wrongNumber(), now());
        });
    }

    /**
     * Tells a customer who still waits in this stretch that it takes another time than was told, once for each time it is.
     *
     * @param time the how manieth, from 1
     */
    public void waitChanged(InquiryId id, String conversationKey, int time, Expectation expected) {
        act(id, inquiry -> {
            if (inquiry.conversationKey().equals(conversationKey)) {
                inquiry.tellWaiting("wait:" + conversationKey + ":" + time, SystemWords.waitChanged(expected), now());
            }
        });
    }

    void verdict(InquiryId id, boolean solved, @Nullable String key) {
        once(id, "verdict", key, Boolean.toString(solved), inquiry -> inquiry.verdict(solved, now()));
    }

    void rate(InquiryId id, int score, @Nullable String comment, @Nullable String key) {
        once(id, "rating", key, score + " " + comment, inquiry -> {
            inquiry.refuseRatingIfAnsweredBefore(now().minus(settings.ratingWindow()));
            inquiry.rate(score, comment, now());
        });
    }

    void withdraw(InquiryId id, @Nullable String key) {
        once(id, "withdrawal", key, "", inquiry -> inquiry.withdraw(now()));
    }

    /** Keeps what the AI made of it, one per conversation key: a repeat replaces it, unless it was already sent. */
    public void keepAttempt(InquiryId id, AiAttempt attempt) {
        act(id, inquiry -> {
            inquiry.keepAttempt(attempt);
            repeatContacts.look(inquiry, now());
        });
    }

    /** Sends the draft of this conversation key if the case still stands where the AI read it. */
    public Sending answerByAi(InquiryId id, GateDecision decision) {
        return change(id, inquiry -> inquiry.answerByAi(decision, now()));
    }

    /** Passes the inquiry to people, if they do not have it yet, and returns the conversation key it has now. */
    public String takeToPerson(
            InquiryId id, String conversationKey, HandOverReason reason, @Nullable GateDecision decision) {
        LOG.debug("Inquiry {} goes to a person: {}", id, reason);
        return change(id, inquiry -> inquiry.takeToPerson(conversationKey, decision, now()));
    }

    /** Gives the inquiry to people anew, once for the process that began with this conversation key and is stuck. */
    public void startOver(InquiryId id, String startKey) {
        act(id, inquiry -> inquiry.startOver(startKey, now()));
    }

    /** Records the queue and the times promised, one per conversation key, and tells the customer once. */
    public void handOver(InquiryId id, HandOver handOver) {
        handOver(id, handOver, null);
    }

    /** @param notice what the customer has to know beside it, in sentences; null for nothing */
    public void handOver(InquiryId id, HandOver handOver, @Nullable String notice) {
        act(id, inquiry -> inquiry.handOver(handOver, notice, now()));
    }

    /**
     * A person noticed that the customer complains.
     *
     * @param receipt what the customer is told, once; null for nothing
     */
    public void noteComplaint(InquiryId id, @Nullable String receipt) {
        act(id, inquiry -> inquiry.noteComplaint(receipt, now()));
    }

    /** Tells the customer, once, by when a person answers instead. */
    public void promiseAnew(InquiryId id, String conversationKey, String sentence, Instant by) {
        act(id, inquiry -> inquiry.promiseAnew(conversationKey, Texts.message(sentence), by, now()));
    }

    /** Sends a person's answer, one per conversation key. */
    public Sending answerByPerson(InquiryId id, PersonAnswer answer, String conversationKey) {
        return change(id, inquiry -> {
            var sending = inquiry.answerByPerson(answer, conversationKey, now());
            callNumbers.forget(id);
            if (answer.topic() != null) {
                repeatContacts.look(inquiry, now());
            }
            return sending;
        });
    }

    /** Why a person may not hand the case back to the AI, as a sentence; nothing if they may. */
    public Optional<String> againstHandingBack(InquiryId id) {
        return transactions.read(() -> repository
                .findById(id.value())
                .orElseThrow(() -> new UnknownInquiry(id))
                .againstHandingBack(callNumbers.has(id)));
    }

    /**
     * Hands the case back to the AI, once for a case, and tells the customer.
     *
     * @param reason a code of at most 50 characters
     * @param agent who does so, null if that is not known
     */
    public HandingBack handBack(InquiryId id, String conversationKey, String reason, @Nullable String agent) {
        var why = Texts.line("Why it is handed back", reason, 50);
        return change(id, inquiry -> inquiry.handBack(conversationKey, why, agent, callNumbers.has(id), now()));
    }

    public void recordAgent(InquiryId id, String conversationKey, String agent) {
        act(id, inquiry -> inquiry.recordAgent(conversationKey, agent, now()));
    }

    /**
     * Counts the inquiry as solved, unless people have it again, and asks for a rating, if the customer was not asked not long ago.
     *
     * @param conversationKey of the conversation that is over; nothing happens where a later one was answered since. Null where it is
     *     not known
     */
    public FollowUp resolve(InquiryId id, @Nullable String conversationKey, Outcome outcome) {
        return change(id, inquiry -> {
            var since = now().minus(settings.ratingRequestPause());
            var asks = repository.countAskedForRating(inquiry.contactKey(), since) == 0;
            return inquiry.resolve(conversationKey, outcome, asks, now());
        });
    }

    /** Thanks a customer who has rated, once. */
    public void thankForRating(InquiryId id) {
        act(id, inquiry -> inquiry.thankForRating(now()));
    }

    /**
     * Ends the inquiry, unless people have it again.
     *
     * @param conversationKey as for {@link #resolve}
     */
    public FollowUp close(InquiryId id, @Nullable String conversationKey, Outcome outcome) {
        return change(id, inquiry -> inquiry.close(conversationKey, outcome, now()));
    }

    /** Passes the inquiry to people because the answer of this conversation key was wrong, unless one has had it since. */
    public void correct(InquiryId id, String conversationKey) {
        act(id, inquiry -> inquiry.correct(conversationKey, now()));
    }

    public void closeWithdrawn(InquiryId id) {
        act(id, inquiry -> {
            callNumbers.forget(id);
            inquiry.closeWithdrawn(now());
        });
    }

    /** A request that comes again is not done again, wherever the inquiry stands by now. */
    private void once(InquiryId id, String action, @Nullable String key, String content, Consumer<Inquiry> whatToDo) {
        act(id, inquiry -> {
            if (key == null || inquiry.isFirst(action + ":" + key, ContentHash.of(content))) {
                whatToDo.accept(inquiry);
            }
        });
    }

    private void act(InquiryId id, Consumer<Inquiry> action) {
        change(id, inquiry -> {
            action.accept(inquiry);
            return inquiry;
        });
    }

    private <T> T change(InquiryId id, Function<Inquiry, T> change) {
        return transactions.write(() -> {
            var inquiry = repository.findToChange(id.value()).orElseThrow(() -> new UnknownInquiry(id));
            var result = change.apply(inquiry);
            repository.save(inquiry);
            return result;
        });
    }

    private int repeatContacts(Customer customer, Instant now) {
        var since = now.minus(settings.repeatContactWindow());
        return repository
                .findRecent(customer.contactKey(), since, Limit.of(REPEAT_CONTACTS_THAT_MATTER))
                .size();
    }

    private Receipt receiptAgain(Inquiry known, String hash) {
        if (!known.hasContent(hash)) {
            throw new IdempotencyConflict();
        }
        return receipt(known);
    }

    private Receipt receipt(Inquiry inquiry) {
        return new Receipt(inquiry.id(), inquiry.number(), accessKey.tokenFor(inquiry.id()));
    }

    /** As precise as every database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
