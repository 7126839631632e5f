package org.tandem.quality.audits;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Message;
import org.tandem.inquiry.State;
import org.tandem.inquiry.UnknownInquiry;
import org.tandem.quality.QualityEvent;

/** Reviews of the answers that were chosen for one: what there is to look at, and what was said. Every method can be repeated. */
@Service
public class Audits {

    private final AuditTable table;
    private final ReviewTable reviews;
    private final Inquiries inquiries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Audits(AuditTable table, ReviewTable reviews, Inquiries inquiries, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.reviews = reviews;
        this.inquiries = inquiries;
        this.events = events;
        this.clock = clock;
    }

    /** What became of a review that was handed in. */
    public sealed interface Result {}

    /** @param again whether somebody else is to review the answer as well */
    public record Stored(boolean again) implements Result {}

    /** @param why in a sentence that the reviewer reads */
    public record Refused(String why) implements Result {}

    /** What is to be reviewed next of this answer; nothing if it was reviewed enough, or if there is nobody any more whom it concerns. */
    @Transactional
    public Optional<ToReview> next(String conversationKey) {
        var audit = table.find(conversationKey).filter(Auditable::requested).orElse(null);
        if (audit == null) {
            return Optional.empty();
        }
        var before = reviews.reviewers(conversationKey);
        if (before.size() >= audit.rounds()) {
            return Optional.empty();
        }
        var next = file(audit)
                .flatMap(file -> answer(file)
                        .map(answer -> ToReview.of(
                                file,
                                answer,
                                conversationKey,
                                before.size() + 1,
                                before.isEmpty() ? null : before.getFirst())));
        next.ifPresentOrElse(
                review -> table.number(conversationKey, review.number()), () -> table.drop(audit.inquiryId(), now()));
        return next;
    }

    /**
     * Keeps a review, one per round. The first of an answer counts, and if it says so, the case goes to a person who puts it right.
     *
     * @param reviewer the name they sign in with
     */
    @Transactional
    public Result store(String conversationKey, int round, String reviewer, Review review) {
        var audit = table.find(conversationKey)
                .orElseThrow(() -> new IllegalArgumentException("No answer to audit is called " + conversationKey));
        var before = reviews.reviewers(conversationKey);
        if (before.size() < round) {
            if (before.contains(reviewer)) {
                return new Refused(
                        "You have reviewed this answer already: the second review has to be somebody else's.");
            }
            reviews.add(conversationKey, round, reviewer, review, now());
            table.reviewed(conversationKey, round, review.right(), round == audit.rounds());
            if (round == 1) {
                events.publishEvent(audited(audit, review));
            }
            if (review.correction()) {
                inquiries.correct(audit.inquiryId(), conversationKey);
            }
        }
        return new Stored(round < audit.rounds());
    }

    /** What a reviewer who asked for a correction says was wrong with the AI's answer in this case. */
    public Optional<String> mistakeIn(InquiryId id) {
        return reviews.mistakeIn(id);
    }

    private QualityEvent.AnswerAudited audited(Auditable audit, Review review) {
        return new QualityEvent.AnswerAudited(
                UUID.randomUUID(),
                now(),
                audit.inquiryId(),
                audit.conversationKey(),
                audit.topic(),
                audit.modelVersion(),
                !review.right(),
                audit.drawn() ? audit.chance() : 1,
                audit.equalChance(),
                review.topic());
    }

    private Optional<CaseFile> file(Auditable audit) {
        try {
            return Optional.of(inquiries.get(audit.inquiryId())).filter(file -> file.state() != State.WITHDRAWN);
        } catch (UnknownInquiry erased) {
            return Optional.empty();
        }
    }

    /** An AI answers at most once in a case: afterwards people have it. */
    private static Optional<Message> answer(CaseFile file) {
        return file.messages().stream()
                .filter(message -> message.author() == Author.AI)
                .findFirst();
    }

    /** As precise as every database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
