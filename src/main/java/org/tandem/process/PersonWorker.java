package org.tandem.process;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Assistant;
import org.tandem.desk.Brief;
import org.tandem.desk.Briefs;
import org.tandem.desk.Desk;
import org.tandem.desk.Standings;
import org.tandem.desk.levels.ComplaintReplies;
import org.tandem.desk.pay.Needs;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.CustomersTime;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.PersonAnswer;
import org.tandem.inquiry.Sending;
import org.tandem.process.FilledIn.Returned;
import org.tandem.quality.audits.Audits;

/** The steps of {@code resolve-by-person}: brief, hand-over, deadlines, the person's answer. */
@Component
public class PersonWorker {

    private final Inquiries inquiries;
    private final Briefs briefs;
    private final Desk desk;
    private final ComplaintReplies complaints;
    private final UserTasks userTasks;
    private final FilledIn filledIn;
    private final GateRecords gateRecords;
    private final Back back;
    private final Audits audits;
    private final Assistant assistant;
    private final Standings standings;
    private final Needs needs;
    private final CustomersTime time;
    private final Clock clock;

    PersonWorker(
            Inquiries inquiries,
            Briefs briefs,
            Desk desk,
            ComplaintReplies complaints,
            UserTasks userTasks,
            FilledIn filledIn,
            GateRecords gateRecords,
            Back back,
            Audits audits,
            Assistant assistant,
            Standings standings,
            Needs needs,
            CustomersTime time,
            Clock clock) {
        this.inquiries = inquiries;
        this.briefs = briefs;
        this.desk = desk;
        this.complaints = complaints;
        this.userTasks = userTasks;
        this.filledIn = filledIn;
        this.gateRecords = gateRecords;
        this.back = back;
        this.audits = audits;
        this.assistant = assistant;
        this.standings = standings;
        this.needs = needs;
        this.time = time;
        this.clock = clock;
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
        return Prepared.of(
                file,
                key,
                brief(file, handOverReason, returned),
                TopicChoice.among(assistant.topics()),
                returned != null && returned.by() != null
                        ? back.offeredFirst(returned.by())
                        : back.given(lastAgent(file)),
                back.offeredFirst(lastAgent(file)),
                standings.of(file.customer().contactKey()),
                inquiries.wantsCall(id),
                inquiries.againstHandingBack(id).isEmpty());
    }

    private static @Nullable String lastAgent(CaseFile file) {
        return file.handOvers().reversed().stream()
                .map(HandOver::agent)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @JobWorker(type = "desk.hand-over")
    public HandedOver handOver(
            @Variable String inquiryId,
            @Variable String conversationKey,
            @Variable HandOverReason handOverReason,
            @Variable Routing routing,
            @Variable(optional = true) @Nullable String language,
            @Variable Levels serviceLevels) {
        if (routing.skills() != null) {
            needs.routed(conversationKey, routing.skills(), language);
        }
        var id = InquiryId.of(inquiryId);
        var due = desk.handOver(id, conversationKey, handOverReason, routing.queue(), serviceLevels.checked());
        return new HandedOver(
                due.warnAt().toString(),
                due.firstResponseDue().toString(),
                due.resolutionDue().toString(),
                complaints.urgentFrom(id).map(Instant::toString).orElse(null));
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
            @Variable(optional = true) @Nullable Object draftFlaw,
            @Variable(optional = true) Object chosenTopic,
            @Variable(optional = true) Object productArea,
            @Variable(optional = true) Object productFeedback,
            @Variable(optional = true) @Nullable Object followUp,
            @Variable(optional = true) @Nullable Object followUpOn,
            @Variable(optional = true) @Nullable Object followUpNote,
            @Variable(optional = true) @Nullable Object callResult,
            @Variable(optional = true) @Nullable Object customerComplains,
            @Variable(optional = true) @Nullable Object complaintReply) {
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
                followUpNote,
                callResult,
                customerComplains,
                complaintReply);
        var id = InquiryId.of(inquiryId);
        return switch (filledIn.read(job, completion, time.of(inquiries.get(id)))) {
            case FilledIn.Returned returned -> new Sent(false, returned, null, back.offeredFirst(returned.by()));
            case FilledIn.Answered answered -> {
                if (callResult != null) {
                    needs.byPhone(conversationKey);
                }
                yield sent(id, answered.answer(), conversationKey);
            }
        };
    }

    private Sent sent(InquiryId id, PersonAnswer answer, String conversationKey) {
        var reminder = answer.reminder();
        return switch (inquiries.answerByPerson(id, answer, conversationKey)) {
            case Sending.Sent sent ->
                new Sent(
                        true,
                        null,
                        reminder == null
                                ? null
                                : complaints
                                        .backAt(id, reminder.at(time.of(inquiries.get(id))), clock.instant())
                                        .toString(),
                        null);
            case Sending.Refused refused -> new Sent(false, null, null, null);
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

    /**
     * Moments as {@code date and time} of FEEL reads them.
     *
     * @param complaintWarnAt when what a law wants of us becomes urgent, null if it wants nothing
     */
    public record HandedOver(
            String warnAt,
            String firstResponseDue,
            String resolutionDue,
            @Nullable String complaintWarnAt) {}

    public record Updated(Brief brief) {}

    /**
     * @param returned why the answer goes back to people; null when there is nobody left to answer
     * @param followUpAt when the case comes back to the agent, null for never
     * @param previousAgent who wrote what goes back, and has it again
     */
    public record Sent(
            boolean sent,
            @Nullable Returned returned,
            @Nullable String followUpAt,
            @Nullable String previousAgent) {}

    public record Agent(@Nullable String previousAgent) {}

    /** The decision {@code route-to-person}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Routing(String queue, @Nullable List<String> skills) {}
}
