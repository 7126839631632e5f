package org.tandem.desk.levels;

import static org.tandem.desk.levels.Deadline.Kind.COMPLAINT_ANSWER;
import static org.tandem.desk.levels.Deadline.Kind.COMPLAINT_LATEST;
import static org.tandem.desk.levels.Deadline.Kind.COMPLAINT_SUMMARY;
import static org.tandem.desk.levels.Deadline.Kind.FIRST_RESPONSE;
import static org.tandem.desk.levels.Deadline.Kind.NEW_TIME;
import static org.tandem.desk.levels.Deadline.Kind.RESOLUTION;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.desk.hours.Calendars;
import org.tandem.desk.hours.WorkTime;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Message;

/** Sets deadlines as moments that stay what they are: whoever asks again for the same hand-over is told the same. */
@Service
public class Deadlines {

    private final DeadlineRepository repository;
    private final Calendars calendars;

    Deadlines(DeadlineRepository repository, Calendars calendars) {
        this.repository = repository;
        this.calendars = calendars;
    }

    /**
     * Promises an answer and a solution. A solution promised earlier and not yet over stays promised, later by the time in which we
     * waited for the customer; only a case that comes back after it gets a new one. So does an answer that was promised before the case
     * was handed back to the AI, which then did not answer.
     */
    @Transactional
    public Promises promise(CaseFile file, String conversationKey, ServiceLevels levels, Instant now) {
        return known(file, conversationKey).orElseGet(() -> {
            var time = levels.businessHours() && levels.calendar() != null
                    ? calendars.get(levels.calendar())
                    : WorkTime.ROUND_THE_CLOCK;
            var handedBack = handedBack(file, now);
            var promises = new Promises(
                    handedBack.map(Promises::warnAt).orElseGet(() -> time.plus(now, levels.warnAfter())),
                    handedBack.map(Promises::firstResponseDue).orElseGet(() -> time.plus(now, levels.firstResponse())),
                    goesOn(file, conversationKey, time, now).orElseGet(() -> time.plus(now, levels.resolution())));
            keep(file, conversationKey, FIRST_RESPONSE, promises.warnAt(), promises.firstResponseDue());
            keep(file, conversationKey, RESOLUTION, null, promises.resolutionDue());
            return promises;
        });
    }

    /**
     * Starts the complaint clock, once for a case, from when what is complained about was received.
     *
     * @param conversationKey of the hand-over in which it is known to be a complaint
     * @return what the customer has to be told of it; nothing if no clock runs or it was told before
     */
    @Transactional
    public Optional<String> complaint(CaseFile file, String conversationKey, ServiceLevels levels) {
        var key = complaintKey(file.id());
        if (levels.calendar() == null
                || levels.complaintClock() == ComplaintClock.NONE
                || !repository.findByConversationKey(key).isEmpty()) {
            return Optional.empty();
        }
        var dates = ComplaintDates.of(
                levels.complaintClock(), calendars.get(levels.calendar()), complainedAt(file, conversationKey));
        dates.ifPresent(moments -> {
            if (moments.summary() != null) {
                keep(file, key, COMPLAINT_SUMMARY, null, moments.summary());
            }
            keep(file, key, COMPLAINT_ANSWER, moments.answerWarnAt(), moments.answer());
            if (moments.latest() != null) {
                keep(file, key, COMPLAINT_LATEST, moments.latestWarnAt(), moments.latest());
            }
        });
        return dates.map(ComplaintDates::inWords);
    }

    /** The time that the customer was told instead of the one that was not kept. */
    @Transactional
    public void promiseAnew(CaseFile file, Instant due) {
        var key = file.conversationKey();
        if (repository.findByConversationKey(key).stream()
                .noneMatch(known -> known.is(NEW_TIME) && known.dueAt().equals(due))) {
            keep(file, key, NEW_TIME, null, due);
        }
    }

    private Optional<Promises> known(CaseFile file, String conversationKey) {
        var kept = repository.findByConversationKey(conversationKey);
        var first =
                kept.stream().filter(deadline -> deadline.is(FIRST_RESPONSE)).findFirst();
        var solution = kept.stream().filter(deadline -> deadline.is(RESOLUTION)).findFirst();
        return first.flatMap(answer -> solution.map(end -> new Promises(
                Objects.requireNonNullElse(answer.warnAt(), answer.dueAt()), answer.dueAt(), end.dueAt())));
    }

    private Optional<Promises> handedBack(CaseFile file, Instant now) {
        var answered = file.messages().stream()
                .anyMatch(message -> message.author() == Author.AI || message.author() == Author.PERSON);
        return file.handOvers().stream()
                .filter(handOver -> handOver.isHandedBack() && !answered)
                .flatMap(handOver -> known(file, handOver.conversationKey()).stream())
                .filter(promised -> promised.firstResponseDue().isAfter(now))
                .findFirst();
    }

    private Optional<Instant> goesOn(CaseFile file, String conversationKey, WorkTime time, Instant now) {
        var before = file.handOvers().reversed().stream()
                .filter(handOver -> !handOver.conversationKey().equals(conversationKey))
                .findFirst();
        return before.flatMap(handOver -> Pause.after(handOver, file, now)
                .map(pause -> goesOn(handOver, pause, time))
                .orElse(Optional.of(handOver.resolutionDue()).filter(now::isBefore)));
    }

    private Optional<Instant> goesOn(HandOver before, Pause pause, WorkTime time) {
        repository.findByConversationKey(before.conversationKey()).stream()
                .filter(deadline -> deadline.is(RESOLUTION))
                .forEach(deadline -> deadline.resume(pause));
        var left = time.between(pause.from(), before.resolutionDue());
        return left.isZero() ? Optional.empty() : Optional.of(time.plus(pause.to(), left));
    }

    static String complaintKey(InquiryId inquiry) {
        return inquiry.value() + ":complaint";
    }

    private void keep(CaseFile file, String key, Deadline.Kind kind, @Nullable Instant warnAt, Instant dueAt) {
        repository.save(new Deadline(file.id().value(), key, kind, warnAt, dueAt));
    }

    /** With the inquiry, or with the first thing that the customer wrote after people had answered before this hand-over. */
    private static Instant complainedAt(CaseFile file, String conversationKey) {
        var before = file.handOvers().stream()
                .filter(handOver -> handOver.conversationKey().equals(conversationKey))
                .map(HandOver::at)
                .findFirst()
                .orElse(Instant.MAX);
        return file.messages().stream()
                .filter(message ->
                        message.author() == Author.PERSON && message.at().isBefore(before))
                .map(Message::at)
                .reduce((earlier, later) -> later)
                .flatMap(answered -> file.messages().stream()
                        .filter(message -> message.author() == Author.CUSTOMER
                                && message.at().isAfter(answered))
                        .map(Message::at)
                        .findFirst())
                .orElse(file.receivedAt());
    }
}
