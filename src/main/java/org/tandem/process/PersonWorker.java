package org.tandem.process;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Assistant;
import org.tandem.desk.AccountLookUp;
import org.tandem.desk.Brief;
import org.tandem.desk.Briefs;
import org.tandem.desk.Desk;
import org.tandem.desk.Standing;
import org.tandem.desk.hours.Calendars;
import org.tandem.desk.levels.ComplaintClock;
import org.tandem.desk.levels.ServiceLevels;
import org.tandem.inquiry.AiAttempt;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.PersonAnswer;
import org.tandem.inquiry.Sending;
import org.tandem.process.FilledIn.Returned;
import org.tandem.quality.audits.Audits;
import org.tandem.staff.Workforce;

/** The steps of {@code resolve-by-person}: brief, hand-over, deadlines, the person's answer. */
@Component
public class PersonWorker {

    static final String BUSINESS_HOURS = "business hours";
    static final String ROUND_THE_CLOCK = "round the clock";

    private final Inquiries inquiries;
    private final Briefs briefs;
    private final Desk desk;
    private final UserTasks userTasks;
    private final FilledIn filledIn;
    private final GateRecords gateRecords;
    private final Workforce workforce;
    private final Audits audits;
    private final Assistant assistant;
    private final AccountLookUp accounts;
    private final Calendars calendars;
    private final String market;

    PersonWorker(
            Inquiries inquiries,
            Briefs briefs,
            Desk desk,
            UserTasks userTasks,
            FilledIn filledIn,
            GateRecords gateRecords,
            Workforce workforce,
            Audits audits,
            Assistant assistant,
            AccountLookUp accounts,
            Calendars calendars,
            @Value("${tandem.desk.market:united-kingdom}") String market) {
        this.inquiries = inquiries;
        this.briefs = briefs;
        this.desk = desk;
        this.userTasks = userTasks;
        this.filledIn = filledIn;
        this.gateRecords = gateRecords;
        this.workforce = workforce;
        this.audits = audits;
        this.assistant = assistant;
        this.accounts = accounts;
        this.calendars = calendars;
        this.market = calendars.get(market).id();
    }

    /** From here on the case is a person's, whatever the AI may still be doing. */
    @JobWorker(type = "desk.prepare-brief")
    public Prepared prepareBrief(
            ActivatedJob job,
            @Variable String inquiryId,
            @Variable String conversationKey,
            @Variable HandOverReason handOverReason,
            @Variable(optional = true) @Nullable Gate gate,
            @Variable(optional = true) @Nullable Returned returned,
            @VariablesAsType GateInputs inputs) {
        var id = InquiryId.of(inquiryId);
        var decision = handOverReason == HandOverReason.GATE && gate != null
                ? gateRecords.of(job, conversationKey, gate, inputs)
                : null;
        var key = inquiries.takeToPerson(id, conversationKey, handOverReason, decision);
        var file = inquiries.get(id);
        var standing = accounts.standing(file.customer().contactKey());
        return Prepared.of(
                file,
                key,
                brief(file, handOverReason, returned),
                TopicChoice.among(assistant.topics()),
                previousAgent(file),
                standing,
                market(standing.market()));
    }

    /** One of those whose hours are known: the customer's own, or else ours. */
    private String market(@Nullable String ofCustomer) {
        return ofCustomer != null && calendars.ids().contains(ofCustomer) ? ofCustomer : market;
    }

    /** Who had it last, unless they are gone: then it is offered to everybody in the queue. */
    private @Nullable String previousAgent(CaseFile file) {
        return file.handOvers().reversed().stream()
                .map(HandOver::agent)
                .filter(Objects::nonNull)
                .findFirst()
                .filter(agent -> !workforce.isGone(agent))
                .orElse(null);
    }

    @JobWorker(type = "desk.hand-over")
    public HandedOver handOver(
            @Variable String inquiryId,
            @Variable String conversationKey,
            @Variable HandOverReason handOverReason,
            @Variable Routing routing,
            @Variable Levels serviceLevels) {
        var due = desk.handOver(
                InquiryId.of(inquiryId), conversationKey, handOverReason, routing.queue(), serviceLevels.checked());
        return new HandedOver(
                due.warnAt().toString(),
                due.firstResponseDue().toString(),
                due.resolutionDue().toString());
    }

    @JobWorker(type = "desk.raise-priority")
    public void raisePriority(ActivatedJob job) {
        userTasks.raisePriority(job);
    }

    @JobWorker(type = "desk.escalate")
    public void escalate(ActivatedJob job, @Variable String inquiryId, @Variable String conversationKey) {
        desk.escalate(InquiryId.of(inquiryId), conversationKey);
        userTasks.escalate(job);
    }

    /** The customer wrote while a person has the case: the open task shows it. */
    @JobWorker(type = "desk.update-brief")
    public Updated updateBrief(
            @Variable String inquiryId,
            @Variable HandOverReason handOverReason,
            @Variable(optional = true) @Nullable Returned returned) {
        return new Updated(brief(inquiries.get(InquiryId.of(inquiryId)), handOverReason, returned));
    }

    private Brief brief(CaseFile file, HandOverReason reason, @Nullable Returned returned) {
        var brief = briefs.write(file, reason);
        if (reason == HandOverReason.ANSWER_WRONG) {
            brief = audits.mistakeIn(file.id()).map(brief::withMistake).orElse(brief);
        }
        return returned == null ? brief : brief.returnedBecause(returned.why());
    }

    /** Sends what the person wrote if it is complete, unless the customer has withdrawn the inquiry meanwhile. */
    @JobWorker(type = "inquiry.send-person-answer")
    public Sent sendPersonAnswer(
            ActivatedJob job,
            @Variable String inquiryId,
            @Variable String conversationKey,
            @Variable(optional = true) Object reply,
            @Variable(optional = true) Object resolutionCode,
            @Variable(optional = true) Object draftVerdict,
            @Variable(optional = true) Object draftFlaw,
            @Variable(optional = true) Object chosenTopic,
            @Variable(optional = true) Object productArea,
            @Variable(optional = true) Object productFeedback,
            @Variable(optional = true) Object followUp,
            @Variable(optional = true) Object followUpOn,
            @Variable(optional = true) Object followUpNote) {
        var completion = new FilledIn.Completion(
                reply,
                resolutionCode,
                draftVerdict,
                draftFlaw,
                chosenTopic,
                productArea,
                productFeedback,
                followUp,
                followUpOn,
                followUpNote);
        return switch (filledIn.read(job, completion)) {
            case FilledIn.Returned returned -> new Sent(false, returned, null);
            case FilledIn.Answered answered -> sent(InquiryId.of(inquiryId), answered.answer(), conversationKey);
        };
    }

    private Sent sent(InquiryId id, PersonAnswer answer, String conversationKey) {
        var reminder = answer.reminder();
        return switch (inquiries.answerByPerson(id, answer, conversationKey)) {
            case Sending.Sent sent ->
                new Sent(true, null, reminder == null ? null : reminder.at().toString());
            case Sending.Refused refused -> new Sent(false, null, null);
        };
    }

    /** The engine tells who completed a task only in its search index, a moment later: until then the job is tried again. */
    @JobWorker(type = "desk.record-agent")
    public Agent recordAgent(ActivatedJob job, @Variable String inquiryId, @Variable String conversationKey) {
        var agent = userTasks.completedBy(job);
        if (agent != null) {
            inquiries.recordAgent(InquiryId.of(inquiryId), conversationKey, agent);
        }
        return new Agent(agent);
    }

    /** The brief and what routing goes by. */
    public record Prepared(
            String conversationKey,
            Brief brief,
            @Nullable List<TopicChoice> topics,
            @Nullable String topic,
            String topicClass,
            boolean distress,
            boolean languageSupported,
            @Nullable String language,
            int repeatContacts,
            @Nullable String previousAgent,
            boolean vulnerable,
            boolean complaint,
            @Nullable String customerTier,
            @Nullable String channel,
            String market) {

        static Prepared of(
                CaseFile file,
                String conversationKey,
                Brief brief,
                List<TopicChoice> topics,
                @Nullable String previousAgent,
                Standing standing,
                String market) {
            AiAttempt attempt =
                    file.attempts().isEmpty() ? null : file.attempts().getLast();
            var topicClass = attempt == null ? null : attempt.topicClass();
            return new Prepared(
                    conversationKey,
                    brief,
                    topics.isEmpty() ? null : topics,
                    attempt == null ? null : attempt.topic(),
                    topicClass == null ? "unknown" : topicClass,
                    attempt != null && attempt.distress(),
                    attempt == null || attempt.languageSupported(),
                    attempt == null ? file.language() : attempt.language(),
                    file.repeatContacts(),
                    previousAgent,
                    isAbout(attempt, "vulnerability", "vulnerable-customer"),
                    isAbout(attempt, "complaint", "complaint"),
                    standing.tier(),
                    file.channel() == null ? null : file.channel().name(),
                    market);
        }

        /** Whether it was heard beside the topic, or is the topic itself. */
        private static boolean isAbout(@Nullable AiAttempt attempt, String heard, String topic) {
            return attempt != null
                    && (topic.equals(attempt.topic())
                            || attempt.findings().heard().contains(heard));
        }
    }

    /** Moments as {@code date and time} of FEEL reads them. */
    public record HandedOver(String warnAt, String firstResponseDue, String resolutionDue) {}

    public record Updated(Brief brief) {}

    /**
     * @param returned why the answer goes back to people; null when there is nobody left to answer
     * @param followUpAt when the case comes back to the agent, null for never
     */
    public record Sent(
            boolean sent,
            @Nullable Returned returned,
            @Nullable String followUpAt) {}

    public record Agent(@Nullable String previousAgent) {}

    /** The decision {@code route-to-person}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Routing(String queue) {}

    /**
     * The decision {@code service-levels}, ISO 8601 durations; cases that began before there were calendars have none.
     *
     * @param hours {@code business hours}, or else every hour counts
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Levels(
            Duration firstResponse,
            Duration warnAfter,
            Duration resolution,
            @Nullable String hours,
            @Nullable String calendar,
            @Nullable String complaintClock) {

        ServiceLevels checked() {
            return new ServiceLevels(
                    firstResponse,
                    warnAfter,
                    resolution,
                    calendar,
                    BUSINESS_HOURS.equals(hours),
                    ComplaintClock.of(complaintClock));
        }
    }
}
