package org.tandem.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.desk.Desk;
import org.tandem.desk.Outcome;
import org.tandem.desk.SteeredBy;
import org.tandem.desk.Steering;
import org.tandem.desk.pay.DoneWork;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.State;

/** The steps of {@code escalation}: what a lead has decided is carried out. Tasks can be completed past the form, with anything. */
@Component
public class EscalationWorker {

    private static final int URGENT = 100;
    private static final Duration FARTHEST = Duration.ofDays(60);

    private final Steering steering;
    private final Desk desk;
    private final Inquiries inquiries;
    private final UserTasks userTasks;
    private final DoneWork done;
    private final Clock clock;

    EscalationWorker(
            Steering steering, Desk desk, Inquiries inquiries, UserTasks userTasks, DoneWork done, Clock clock) {
        this.steering = steering;
        this.desk = desk;
        this.inquiries = inquiries;
        this.userTasks = userTasks;
        this.done = done;
        this.clock = clock;
    }

    @JobWorker(type = "desk.decide-escalation")
    public Carried decideEscalation(
            ActivatedJob job,
            @Variable String escalationKey,
            @Variable String inquiryId,
            @Variable String inquiryNumber,
            @Variable(optional = true) Object escalationDecision,
            @Variable(optional = true) Object assignTo,
            @Variable(optional = true) Object newTime,
            @Variable(optional = true) Object tellCustomer) {
        var lead = userTasks.completedBy(job);
        var by = new SteeredBy(lead == null ? "a team lead" : lead, "job:" + job.getKey());
        var inquiry = InquiryId.of(inquiryId);
        var state = inquiries.get(inquiry).state();
        var flaw = switch (String.valueOf(escalationDecision)) {
            case "REASSIGN" -> give(by, inquiryNumber, state, text(assignTo));
            case "TAKE_OVER" ->
                lead == null
                        ? "Nobody was assigned to this task, so it is not known who takes over. Claim it first."
                        : give(by, inquiryNumber, state, lead);
            case "RAISE" -> raise(by, inquiryNumber, state);
            case "NEW_TIME" ->
                state == State.RECEIVED
                        ? stillWithTheAi(inquiryNumber)
                        : promiseAnew(by, inquiryNumber, inquiry, text(newTime), text(tellCustomer));
            default -> "Nothing was chosen under \"What should happen?\".";
        };
        if (flaw == null && lead != null) {
            done.escalationDecided(UUID.fromString(escalationKey), inquiry, lead);
        }
        return new Carried(flaw != null, flaw);
    }

    @JobWorker(type = "desk.raise-escalation")
    public void raiseEscalation(ActivatedJob job) {
        userTasks.escalate(job);
    }

    private @Nullable String give(SteeredBy by, String caseNumber, State state, String agent) {
        var task = steering.answering(caseNumber);
        return task.isPresent() ? flaw(steering.give(by, task.get().key(), agent)) : withoutTask(caseNumber, state);
    }

    private @Nullable String raise(SteeredBy by, String caseNumber, State state) {
        var task = steering.answering(caseNumber);
        return task.isPresent()
                ? flaw(steering.prioritise(by, task.get().key(), URGENT))
                : withoutTask(caseNumber, state);
    }

    /** Whoever still waits for us is on the way to a queue; whoever does not needs nothing any more. */
    private static @Nullable String withoutTask(String caseNumber, State state) {
        return switch (state) {
            case RECEIVED -> stillWithTheAi(caseNumber);
            case WITH_PERSON ->
                "%s is in no queue yet, so nobody can have it and it has no priority. Tell the customer a new time, or choose again when it is in one. The page History says what it waits for."
                        .formatted(caseNumber);
            case AI_ANSWERED, ANSWERED_BY_PERSON, RESOLVED, WITHDRAWN -> null;
        };
    }

    private static String stillWithTheAi(String caseNumber) {
        return "%s has not reached people yet: the AI has it, so this cannot be done. It goes to a queue by itself if the AI does not answer. The page History says what it waits for."
                .formatted(caseNumber);
    }

    private @Nullable String promiseAnew(
            SteeredBy by, String caseNumber, InquiryId inquiry, String time, String sentence) {
        Instant due;
        try {
            due = OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeParseException e) {
            return "The new time \"%s\" is no day with a time.".formatted(time);
        }
        var now = clock.instant();
        if (!due.isAfter(now) || due.isAfter(now.plus(FARTHEST))) {
            return "The new time %s is not within the next 60 days.".formatted(time);
        }
        if (sentence.isBlank() || sentence.length() > 1_000) {
            return "What the customer reads is missing or longer than 1000 characters.";
        }
        desk.promiseAnew(inquiry, sentence.strip(), due);
        return steering.answering(caseNumber)
                .map(task -> flaw(steering.postpone(by, task.key(), due)))
                .orElse(null);
    }

    private static @Nullable String flaw(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> null;
            case Outcome.TooLate tooLate -> tooLate.sentence();
            case Outcome.Wrong wrong -> "It could not be done.";
        };
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    /** @param returnedBecause why the task comes back, null if it does not */
    public record Carried(boolean lookAgain, @Nullable String returnedBecause) {}
}
