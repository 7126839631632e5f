package org.tandem.quality.automation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.assistant.Attempt;
import org.tandem.inquiry.InquiryId;

/** Says whether the AI may answer what it has tried, and keeps what it said. */
@Service
public class Automation {

    private final Decisions decisions;
    private final Switchboard switchboard;
    private final Guarantees guarantees;
    private final LabelledLately labelledLately;
    private final Clock clock;

    Automation(
            Decisions decisions,
            Switchboard switchboard,
            Guarantees guarantees,
            LabelledLately labelledLately,
            Clock clock) {
        this.decisions = decisions;
        this.switchboard = switchboard;
        this.guarantees = guarantees;
        this.labelledLately = labelledLately;
        this.clock = clock;
    }

    /**
     * The word on an attempt. The same step may be repeated; what the gate has decided on stays as it was.
     *
     * @param asked what the customer wrote, as the assistant reads it
     */
    @Transactional
    public Word on(InquiryId inquiry, String conversationKey, String asked, Attempt attempt, int repeatContacts) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var tried = tried(inquiry, conversationKey, asked, attempt, repeatContacts, now);
        var word = word(tried, attempt, switchboard.of(inquiry, tried.topic(), tried.modelVersion()));
        decisions.keep(tried, word);
        return word;
    }

    /**
     * What the gate would be told of an attempt of a model that does not answer, beside a decision that was made, were everything open to
     * it. Nothing is kept, and nobody hears of it.
     */
    public Silent silently(ShadowDecisions.Open beside, String asked, Attempt attempt) {
        var tried =
                tried(beside.inquiry(), beside.conversationKey(), asked, attempt, beside.repeatContacts(), beside.at());
        return new Silent(tried, word(tried, attempt, Switchboard.Position.OPEN));
    }

    /** What was tried, and the word on it. */
    public record Silent(Tried tried, Word word) {}

    private Tried tried(
            InquiryId inquiry, String conversationKey, String asked, Attempt attempt, int repeatContacts, Instant at) {
        return Tried.of(inquiry, conversationKey, attempt, repeatContacts, at)
                .with((figures, topic) -> labelledLately.beside(figures, asked, topic));
    }

    private Word word(Tried tried, Attempt attempt, Switchboard.Position position) {
        var guarantee = guarantees.of(tried, attempt);
        return new Word(
                position.automation(),
                position.answerChance(),
                guarantee.risk(),
                guarantee.restsOn(),
                guarantee.stated());
    }
}
