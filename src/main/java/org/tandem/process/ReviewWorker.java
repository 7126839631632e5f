package org.tandem.process;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Assistant;
import org.tandem.desk.pay.DoneWork;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.audits.Audits;
import org.tandem.quality.audits.ToReview;

/** The steps of {@code review-answer}: what the reviewer sees, what becomes of a review, and who else is told when none comes. */
@Component
public class ReviewWorker {

    private final Audits audits;
    private final FilledInReview filledIn;
    private final Assistant assistant;
    private final UserTasks userTasks;
    private final DoneWork done;

    ReviewWorker(Audits audits, FilledInReview filledIn, Assistant assistant, UserTasks userTasks, DoneWork done) {
        this.audits = audits;
        this.assistant = assistant;
        this.filledIn = filledIn;
        this.userTasks = userTasks;
        this.done = done;
    }

    @JobWorker(type = "quality.prepare-review")
    public Prepared prepareReview(@Variable String conversationKey) {
        return audits.next(conversationKey)
                .map(next -> Prepared.of(next, TopicChoice.among(assistant.topics())))
                .orElse(Prepared.NOTHING);
    }

    @JobWorker(type = "quality.store-review")
    public Stored storeReview(
            ActivatedJob job,
            @Variable String inquiryId,
            @Variable String conversationKey,
            @Variable int reviewRound,
            @Variable(optional = true) @Nullable Shown review,
            @Variable(optional = true) Object right,
            @Variable(optional = true) Object polite,
            @Variable(optional = true) Object complete,
            @Variable(optional = true) Object personNeeded,
            @Variable(optional = true) Object correction,
            @Variable(optional = true) Object note,
            @Variable(optional = true) Object askedAbout) {
        Map<String, Object> values = new HashMap<>();
        values.put("right", right);
        values.put("polite", polite);
        values.put("complete", complete);
        values.put("personNeeded", review != null && review.byPerson() ? "no" : personNeeded); // is not asked then
        values.put("correction", correction);
        values.put("note", note);
        values.put("askedAbout", askedAbout);
        return switch (filledIn.read(job, values)) {
            case FilledInReview.Returned returned -> new Stored(true, returned.why());
            case FilledInReview.Reviewed reviewed ->
                switch (audits.store(conversationKey, reviewRound, reviewed.reviewer(), reviewed.review())) {
                    case Audits.Stored stored -> {
                        done.reviewed(InquiryId.of(inquiryId), conversationKey, reviewRound, reviewed.reviewer());
                        yield new Stored(stored.again(), null);
                    }
                    case Audits.Refused refused -> new Stored(true, refused.why());
                };
        };
    }

    @JobWorker(type = "quality.escalate-review")
    public void escalateReview(ActivatedJob job) {
        userTasks.escalate(job);
    }

    /**
     * @param notFor who must not take the task, maybe nobody
     * @param topics that the reviewer chooses from; null without any
     */
    public record Prepared(
            boolean reviewNeeded,
            int reviewRound,
            @Nullable String inquiryNumber,
            @Nullable String topic,
            @Nullable List<String> notFor,
            @Nullable Shown review,
            @Nullable List<TopicChoice> topics) {

        static final Prepared NOTHING = new Prepared(false, 0, null, null, null, null, null);

        static Prepared of(ToReview next, List<TopicChoice> topics) {
            return new Prepared(
                    true,
                    next.round(),
                    next.number(),
                    next.topicId(),
                    next.notFor(),
                    new Shown(title(next, topics), next.question(), next.answer(), next.sources(), next.byPerson()),
                    topics.isEmpty() ? null : topics);
        }
    }

    private static @Nullable String title(ToReview next, List<TopicChoice> topics) {
        return next.topic() != null
                ? next.topic()
                : topics.stream()
                        .filter(topic -> topic.value().equals(next.topicId()))
                        .map(TopicChoice::label)
                        .findFirst()
                        .orElse(next.topicId());
    }

    /** What the form shows. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Shown(@Nullable String topic, String question, String answer, String sources, boolean byPerson) {}

    /** @param returnedBecause why the review was not stored, null if it was */
    public record Stored(boolean reviewAgain, @Nullable String returnedBecause) {}
}
