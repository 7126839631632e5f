package org.tandem.quality.numbers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Outcome;
import org.tandem.inquiry.Similarity;
import org.tandem.quality.QualityEvent;

/** What happens to one inquiry, for tests. */
final class Told {

    final InquiryId id = InquiryId.next();
    final List<Happening> all = new ArrayList<>();
    private final Instant received;
    private int episode;

    Told(Instant received) {
        this.received = received;
        tell(new InquiryEvent.Received(event(), id, received, number(), key()));
    }

    String number() {
        return "TA-" + id;
    }

    Told decided(String route, String rule, String topic, double risk, long after) {
        return tell(new InquiryEvent.Decided(event(), id, at(after), key(), route, rule, topic, "routine", risk, "m1"));
    }

    Told answeredByAi(long after) {
        return tell(new InquiryEvent.AiAnswered(event(), id, at(after), key(), event()));
    }

    Told handedOver(HandOverReason reason, long after) {
        episode++;
        return tell(new InquiryEvent.HandedOver(event(), id, at(after), key(), reason, "general", at(after + 3600)));
    }

    Told answeredByPerson(long after) {
        return tell(new InquiryEvent.AnsweredByPerson(
                event(), id, at(after), key(), event(), "solved", "NO_DRAFT", null, null, null));
    }

    Told personRequested(long after) {
        return tell(new InquiryEvent.PersonRequested(event(), id, at(after), key()));
    }

    Told resolved(long after) {
        resolvedWithoutAsking(after);
        return tell(new InquiryEvent.AskedForRating(event(), id, at(after)));
    }

    Told resolvedWithoutAsking(long after) {
        return tell(new InquiryEvent.Resolved(event(), id, at(after), key(), Outcome.PRESUMED_SOLVED));
    }

    Told wrote(long after) {
        return tell(new InquiryEvent.CustomerWrote(event(), id, at(after), key()));
    }

    Told rated(int score, long after) {
        return tell(new InquiryEvent.Rated(event(), id, at(after), score));
    }

    Told lookedAtForItsLowRating(boolean wrong, long after) {
        all.add(Happening.of(
                new QualityEvent.AnswerAudited(event(), at(after), id, key(), "refund", "m1", wrong, 1, false, null)));
        return this;
    }

    Told audited(boolean wrong, double drawn, long after) {
        all.add(Happening.of(new QualityEvent.AnswerAudited(
                event(), at(after), id, key(), "refund", "m1", wrong, drawn, true, null)));
        return this;
    }

    /** What a reviewer says of the person's answer of this stretch. */
    Told personAudited(boolean wrong, double drawn, long after) {
        all.add(Happening.of(new QualityEvent.PersonAudited(event(), at(after), id, key(), wrong, drawn)));
        return this;
    }

    Told held(QualityEvent.Truth truth, long after) {
        all.add(Happening.of(new QualityEvent.OutcomeRevised(
                event(), at(after), id, key(), true, "refund", QualityEvent.Truth.UNKNOWN, truth, "audit")));
        return this;
    }

    /** Its customer opens another inquiry. */
    Told contactedAgain(InquiryId other, Similarity similarity, long after) {
        return tell(new InquiryEvent.ContactedAgain(
                event(), other, at(after), id, key(), true, similarity, Duration.ofSeconds(after)));
    }

    private Told tell(InquiryEvent event) {
        all.add(Happening.of(event));
        return this;
    }

    private Instant at(long after) {
        return received.plus(Duration.ofSeconds(after));
    }

    private String key() {
        return id + ":" + episode;
    }

    private static UUID event() {
        return UUID.randomUUID();
    }
}
