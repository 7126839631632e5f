package org.tandem.quality.automation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.Draw;
import org.tandem.quality.QualityEvent.AutomationChanged;
import org.tandem.quality.audits.AuditSettings;
import org.tandem.quality.audits.HoldOut;

/**
 * Opens and shuts automation, of everything, of a topic, of a model: an inquiry goes as far as the least open of the three. What is new
 * while everything is silent goes along with everything; what comes later begins silently by itself, unless the settings start open.
 */
@Service
class Switchboard {

    private static final int LONGEST_REASON = 1_000;

    private final Standings standings;
    private final AutomationSettings settings;
    private final AuditSettings audits;
    private final HoldOut holdOut;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Switchboard(
            Standings standings,
            AutomationSettings settings,
            AuditSettings audits,
            HoldOut holdOut,
            ApplicationEventPublisher events,
            Clock clock) {
        this.standings = standings;
        this.settings = settings;
        this.audits = audits;
        this.holdOut = holdOut;
        this.events = events;
        this.clock = clock;
    }

    /** @param automation as {@link Word} has it */
    record Position(String automation, double answerChance) {

        static final Position OPEN = new Position(Word.OPEN, 1);
    }

    /** Chance decides by the inquiry alone, so that more share never takes from those who had it. */
    Position of(InquiryId inquiry, @Nullable String topic, String model) {
        var least = subjects(topic, model).map(this::standing).toList();
        double share = least.stream().mapToDouble(Standing::share).min().orElse(0);
        double chance = share * (1 - audits.holdOut());
        if (least.stream().anyMatch(one -> one.mode() == Mode.SHUT)) {
            return new Position(Word.SHUT, 0);
        } else if (least.stream().anyMatch(one -> one.mode() == Mode.SHADOW)) {
            return new Position(Word.SHADOW, 0);
        } else if (Draw.of("release", inquiry.toString()) >= share) {
            return new Position(Word.NOT_RELEASED, chance);
        }
        return new Position(holdOut.holds(inquiry) ? Word.HELD_OUT : Word.OPEN, chance);
    }

    private static Stream<Subject> subjects(@Nullable String topic, String model) {
        return Stream.concat(
                Stream.of(Subject.EVERYTHING, Subject.model(model)),
                Stream.ofNullable(topic).map(Subject::topic));
    }

    Standing standing(Subject subject) {
        return standings.find(subject).orElseGet(() -> atFirst(subject));
    }

    private Standing atFirst(Subject subject) {
        var isSilent = settings.start() == AutomationSettings.Start.SHADOW
                && (subject.equals(Subject.EVERYTHING)
                        || standing(Subject.EVERYTHING).mode() != Mode.SHADOW);
        return new Standing(
                subject,
                isSilent ? Mode.SHADOW : Mode.OPEN,
                1,
                now(),
                Standing.BY_SETTINGS,
                isSilent ? "New, and compared with people first" : "As it was set up");
    }

    /** Writes down how something stands that was met for the first time. */
    void met(@Nullable String topic, String model) {
        subjects(topic, model)
                .filter(subject -> standings.find(subject).isEmpty())
                .forEach(subject -> standings.put(atFirst(subject)));
    }

    /**
     * @param share only for {@link Mode#RELEASED}, in (0, 1)
     * @throws IllegalArgumentException in words for whoever asked for it; then nothing has changed
     */
    @Transactional
    public Standing change(Subject subject, Mode mode, double share, String by, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "Say why, in at most %d characters: whoever looks at it later has to understand it."
                            .formatted(LONGEST_REASON));
        }
        if (mode == Mode.RELEASED && !(share > 0 && share < 1)) {
            throw new IllegalArgumentException("A share has to be more than 0 %% and less than 100 %%, but it is %s %%."
                    .formatted(Percent.of(share)));
        }
        var before = standing(subject);
        var after = new Standing(subject, mode, share, now(), by, reason.strip());
        if (before.mode() == mode && before.share() == after.share() && !isLookedAt(before, after)) {
            return before;
        }
        standings.put(after);
        var id = UUID.randomUUID();
        standings.note(id, before, after);
        events.publishEvent(new AutomationChanged(
                id,
                after.since(),
                subject.topic(),
                before.mode().name(),
                after.mode().name(),
                by,
                subject.kind() == Subject.Kind.MODEL
                        ? "%s: %s".formatted(subject.inWords(), after.reason())
                        : after.reason()));
        tellPeople(id, before, after);
        return after;
    }

    /** A person leaves shut what the guardrail has shut. */
    private static boolean isLookedAt(Standing before, Standing after) {
        return before.by().equals(Standing.BY_GUARDRAIL) && !after.by().equals(Standing.BY_GUARDRAIL);
    }

    /** What people shut themselves they have looked at. */
    private void tellPeople(UUID id, Standing before, Standing after) {
        var subject = after.subject();
        if (after.mode() == Mode.SHUT && after.by().equals(Standing.BY_GUARDRAIL)) {
            events.publishEvent(
                    new AutomationShut(id, after.since(), subject.topic(), subject.inWords(), after.reason()));
        } else if (before.mode() == Mode.SHUT) {
            standings
                    .shutByGuardrail(subject)
                    .ifPresent(shut -> events.publishEvent(new AutomationReopened(id, after.since(), shut)));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
