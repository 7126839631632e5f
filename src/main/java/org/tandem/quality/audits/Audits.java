package org.tandem.quality.audits;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Message;
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

    /** What is to be reviewed next of this answer; nothing if it was reviewed enough, or if the case is gone. */
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
        var file = file(audit).orElse(null);
        var answer = file == null ? Optional.<Message>empty() : answer(audit, file);
        if (file == null || answer.isEmpty()) {
            table.drop(audit.inquiryId(), now());
            return Optional.empty();
        }
        var agent = audit.isByPerson() ? agent(conversationKey, file) : null;
        table.prepared(conversationKey, file.number(), agent);
        var notFor = Stream.concat(before.stream(), Stream.ofNullable(agent))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return Optional.of(ToReview.of(audit, file, answer.get(), before.size() + 1, notFor));
    }

    /**
     * Keeps a review, one per round. The first of an answer counts, and if it says so, the case goes to a person who puts it right.
     *
     * @param reviewer the name they sign in with
     */
    @Transactional
    public Result store(String conversationKey, int round, String reviewer, Review said) {
        var audit = table.find(conversationKey)
                .orElseThrow(() -> new IllegalArgumentException("No answer to audit is called " + conversationKey));
        var before = reviews.reviewers(conversationKey);
        if (before.size() < round) {
            if (before.contains(reviewer)) {
                return new Refused(
                        "You have reviewed this answer already: the second review has to be somebody else's.");
            }
            if (reviewer.equals(audit.agent())) {
                return new Refused("This is your own answer: somebody else has to review it.");
            }
            var review = audit.isByPerson() ? said.ofPerson() : said;
            reviews.add(conversationKey, round, reviewer, review, now());
            table.reviewed(conversationKey, round, review.right(), round == audit.rounds());
            if (round == 1) {
                tell(audit, review);
            }
            if (review.correction()) {
                inquiries.correct(audit.inquiryId(), conversationKey);
            }
        }
        return new Stored(round < audit.rounds());
    }

    /** What the latest reviewer who asked for a correction says was wrong with the answer in this case. */
    public Optional<String> mistakeIn(InquiryId id) {
        return reviews.mistakeIn(id);
    }

    /** What is said of people's answers is counted, and nothing learns from it or is shut by it. */
    private void tell(Auditable audit, Review review) {
        if (audit.modelVersion() != null) {
            events.publishEvent(new QualityEvent.AnswerAudited(
                    UUID.randomUUID(),
                    now(),
                    audit.inquiryId(),
                    audit.conversationKey(),
                    audit.topic(),
                    audit.modelVersion(),
                    !review.right(),
                    audit.drawn() ? audit.chance() : 1,
                    audit.equalChance(),
                    review.topic()));
        } else if (audit.drawn()) {
            events.publishEvent(new QualityEvent.PersonAudited(
                    UUID.randomUUID(),
                    now(),
                    audit.inquiryId(),
                    audit.conversationKey(),
                    !review.right(),
                    audit.chance()));
        }
    }

    private Optional<CaseFile> file(Auditable audit) {
        try {
            return Optional.of(inquiries.get(audit.inquiryId()));
        } catch (UnknownInquiry erased) {
            return Optional.empty();
        }
    }

    /** An AI answers at most once in a case: afterwards people have it. */
    private static Optional<Message> answer(Auditable audit, CaseFile file) {
        return file.messages().stream()
                .filter(message ->
                        audit.isByPerson() ? message.id().equals(audit.messageId()) : message.author() == Author.AI)
                .findFirst();
    }

    private static @Nullable String agent(String conversationKey, CaseFile file) {
        return file.handOvers().stream()
                .filter(handOver -> handOver.conversationKey().equals(conversationKey))
                .map(HandOver::agent)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** As precise as every database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
