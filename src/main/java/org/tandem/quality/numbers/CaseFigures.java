package org.tandem.quality.numbers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.InquiryEvent.AiAnswered;
import org.tandem.inquiry.InquiryEvent.AnsweredByPerson;
import org.tandem.inquiry.InquiryEvent.AskedForRating;
import org.tandem.inquiry.InquiryEvent.ContactedAgain;
import org.tandem.inquiry.InquiryEvent.CustomerWrote;
import org.tandem.inquiry.InquiryEvent.Decided;
import org.tandem.inquiry.InquiryEvent.HandedBack;
import org.tandem.inquiry.InquiryEvent.HandedOver;
import org.tandem.inquiry.InquiryEvent.PersonRequested;
import org.tandem.inquiry.InquiryEvent.Rated;
import org.tandem.inquiry.InquiryEvent.Received;
import org.tandem.inquiry.InquiryEvent.Reopened;
import org.tandem.inquiry.InquiryEvent.Resolved;
import org.tandem.inquiry.InquiryEvent.VerdictGiven;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Similarity;
import org.tandem.quality.QualityEvent.AnswerAudited;
import org.tandem.quality.QualityEvent.OutcomeRevised;
import org.tandem.quality.QualityEvent.PersonAudited;
import org.tandem.quality.QualityEvent.Truth;

/** What is counted of one inquiry, found from what happened to it: the same in whatever order it was heard, and however often. */
final class CaseFigures {

    /** For so long after it was resolved a customer who comes back takes the resolution away. */
    static final Duration WINDOW = Duration.ofDays(7);

    private static final int SECONDS_AN_HOUR = 3_600;

    private final Set<InquiryId> repeatContacts = new HashSet<>();
    final Set<String> attempts = new TreeSet<>();
    final NavigableMap<Instant, Boolean> answersByAi = new TreeMap<>();
    private final Map<String, Instant> handOvers = new HashMap<>();
    private final Map<String, Instant> personsWork = new HashMap<>();

    @Nullable
    Received received;

    @Nullable
    Decided decided;

    @Nullable
    String reason;

    @Nullable
    Instant personRequested;

    @Nullable
    Instant resolved;

    @Nullable
    Integer csat;

    @Nullable
    String saidTopic;

    @Nullable
    Audit audit;

    private @Nullable String firstByPerson;

    Truth label = Truth.UNKNOWN;
    boolean asked;
    boolean reopened;

    /** What a reviewer said of the first answer, if chance had drawn it; of later ones the pages about audits tell. */
    record Audit(boolean wrong, double drawn) {}

    private CaseFigures() {}

    static CaseFigures of(Collection<Happening> happenings) {
        var figures = new CaseFigures();
        happenings.stream()
                .sorted(Comparator.comparing(Happening::at).thenComparing(Happening::id))
                .forEach(happening -> figures.happened(happening.event()));
        return figures;
    }

    private void happened(Object event) {
        switch (event) {
            case Received first -> received = first;
            case Decided decision -> decided(decision);
            case AiAnswered answered -> answersByAi.putIfAbsent(answered.at(), true);
            case AnsweredByPerson answered -> {
                firstByPerson = answersByAi.isEmpty() ? answered.conversationKey() : firstByPerson;
                answersByAi.putIfAbsent(answered.at(), false);
                personsWork.putIfAbsent(answered.conversationKey(), answered.at());
                saidTopic = answered.topic() == null ? saidTopic : answered.topic();
            }
            case HandedBack back -> personsWork.putIfAbsent(back.conversationKey(), back.at());
            case HandedOver handOver -> handedOver(handOver);
            case PersonRequested request -> requested(request.at());
            case CustomerWrote wrote -> cameBack(wrote.at());
            case VerdictGiven verdict -> {
                if (!verdict.solved()) {
                    cameBack(verdict.at());
                }
            }
            case Reopened again -> reopened(again);
            case Resolved now -> resolved = now.at();
            case AskedForRating asking -> asked = true;
            case Rated rated -> {
                csat = rated.score();
                asked = true;
            }
            case ContactedAgain again -> contacted(again);
            case OutcomeRevised revised -> label = revised.now();
            case AnswerAudited audited ->
                audit = audited.byChance() ? new Audit(audited.wrong(), audited.drawn()) : audit;
            case PersonAudited audited ->
                audit = audited.conversationKey().equals(firstByPerson)
                        ? new Audit(audited.wrong(), audited.drawn())
                        : audit;
            default -> {}
        }
    }

    /** What turned out to be about something else is taken back. */
    private void contacted(ContactedAgain again) {
        if (again.similarity() == Similarity.OTHER_TOPIC) {
            repeatContacts.remove(again.inquiryId());
        } else if (again.after().compareTo(WINDOW) <= 0) {
            repeatContacts.add(again.inquiryId());
        }
    }

    private void decided(Decided decision) {
        attempts.add(decision.conversationKey());
        if (decided == null) {
            decided = decision;
        }
    }

    private void handedOver(HandedOver handOver) {
        handOvers.putIfAbsent(handOver.conversationKey(), handOver.at());
        if (reason == null) {
            var gate = decided == null ? "" : ": " + decided.rule();
            reason = handOver.reason() == HandOverReason.GATE
                    ? HandOverReason.GATE + gate
                    : handOver.reason().name();
        }
        if (handOver.reason() == HandOverReason.CUSTOMER_ASKED && personRequested == null) {
            personRequested = handOver.at();
        }
    }

    private void requested(Instant at) {
        if (personRequested == null) {
            personRequested = at;
        }
        cameBack(at);
    }

    private void reopened(Reopened again) {
        if (again.reason() == HandOverReason.STUCK) {
            return;
        }
        if (again.reason() == HandOverReason.CUSTOMER_ASKED) {
            requested(again.at());
        }
        cameBack(again.at());
    }

    private void cameBack(Instant at) {
        if (resolved != null && at.isAfter(resolved) && at.isBefore(resolved.plus(WINDOW))) {
            reopened = true;
        }
    }

    /** Whether nothing that its customer does takes the resolution away any more. */
    boolean isSettled(Instant now) {
        return resolved != null && !now.isBefore(resolved.plus(WINDOW));
    }

    /** Whether its customer asked the same or something similar again within seven days after the answer. */
    boolean isRepeated() {
        return !repeatContacts.isEmpty();
    }

    String answeredBy() {
        return answersByAi.isEmpty() ? "NOBODY" : answersByAi.firstEntry().getValue() ? "AI" : "PERSON";
    }

    /** Answered by the AI, and no person was needed. */
    boolean isAutomated() {
        return !answersByAi.isEmpty()
                && !answersByAi.containsValue(false)
                && handOvers.isEmpty()
                && personRequested == null;
    }

    @Nullable
    Long firstResponse() {
        return answersByAi.isEmpty() ? null : since(answersByAi.firstKey());
    }

    /** Until the answer after which it was resolved; null if that was not, or if the customer came back. */
    @Nullable
    Long resolution() {
        if (resolved == null || reopened || isRepeated()) {
            return null;
        }
        var last = answersByAi.floorKey(resolved);
        return last == null ? null : since(last);
    }

    @Nullable
    Instant personAnswered() {
        return answersByAi.entrySet().stream()
                .filter(answer -> !answer.getValue())
                .filter(answer -> personRequested == null || !answer.getKey().isBefore(personRequested))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Long personWait() {
        var answered = personAnswered();
        return personRequested == null || answered == null
                ? null
                : Duration.between(personRequested, answered).toSeconds();
    }

    long handling(NumbersSettings settings) {
        return personsWork.entrySet().stream()
                .mapToLong(answer -> {
                    var handedOver = handOvers.get(answer.getKey());
                    var most = settings.handlingTime().toSeconds();
                    return handedOver == null
                            ? most
                            : Math.clamp(
                                    Duration.between(handedOver, answer.getValue())
                                            .toSeconds(),
                                    0,
                                    most);
                })
                .sum();
    }

    BigDecimal aiCost(NumbersSettings settings) {
        return settings.costPerAttempt().multiply(BigDecimal.valueOf(attempts.size()));
    }

    BigDecimal humanCost(NumbersSettings settings) {
        return settings.payPerHour()
                .multiply(BigDecimal.valueOf(handling(settings)))
                .divide(BigDecimal.valueOf(SECONDS_AN_HOUR), MathContext.DECIMAL64);
    }

    private @Nullable Long since(Instant moment) {
        return received == null
                ? null
                : Math.max(0, Duration.between(received.at(), moment).toSeconds());
    }
}
