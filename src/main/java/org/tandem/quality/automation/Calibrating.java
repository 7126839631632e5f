package org.tandem.quality.automation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.quality.automation.Calibration.Status;
import org.tandem.quality.calibration.LabelledCase;
import org.tandem.quality.calibration.Ladder;
import org.tandem.quality.calibration.Steps;

/**
 * Calibrates from time to time on what people have labelled, for the model in use and each class of topics. What lets the AI answer less
 * counts at once; what lets it answer more waits for a person, if the settings say so.
 */
@Component
class Calibrating {

    private static final Logger log = LoggerFactory.getLogger(Calibrating.class);

    private final Decisions decisions;
    private final AuditTally audits;
    private final Calibrations calibrations;
    private final Standings standings;
    private final Tolerances tolerances;
    private final AutomationSettings settings;
    private final Clock clock;

    Calibrating(
            Decisions decisions,
            AuditTally audits,
            Calibrations calibrations,
            Standings standings,
            ObjectProvider<Tolerances> tolerances,
            AutomationSettings settings,
            Clock clock) {
        this.decisions = decisions;
        this.audits = audits;
        this.calibrations = calibrations;
        this.standings = standings;
        this.tolerances = tolerances.getIfAvailable(() -> Map::of);
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${tandem.quality.automation.recalibrate:PT1H}",
            fixedDelayString = "${tandem.quality.automation.recalibrate:PT1H}")
    @Transactional
    public void calibrate() {
        decisions.model().ifPresent(model -> {
            var seen = seen(model);
            tolerances.byClass().forEach((topicClass, tolerance) -> calibrate(model, topicClass, tolerance, seen));
        });
    }

    /**
     * The labelled cases that the gate would not keep back for other reasons, since everything was last reopened; what is shut tells
     * nothing of the rest.
     */
    List<DecisionRecord> seen(String model) {
        var reopened = standings.reopened(Subject.EVERYTHING);
        var shut = standings.all().stream()
                .filter(standing -> standing.mode() == Mode.SHUT)
                .map(standing -> standing.subject().topic())
                .toList();
        return decisions.labelled(model).stream()
                .filter(decision -> decision.tried().at().isAfter(reopened))
                .filter(decision -> decision.tried().mayBeAnswered()
                        && tolerances.byClass().containsKey(decision.tried().topicClass())
                        && !shut.contains(decision.tried().topic()))
                .toList();
    }

    private void calibrate(String model, String topicClass, double tolerance, List<DecisionRecord> all) {
        var own = all.stream()
                .filter(decision -> decision.tried().topicClass().equals(topicClass))
                .toList();
        var seen = own.size() >= settings.leastCases() ? own : all;
        if (seen.size() < settings.leastCases() || own.isEmpty() || isOldNews(model, topicClass, seen.size())) {
            return;
        }
        var inUse = calibrations.find(model, topicClass, Status.IN_USE);
        var outcome = audits.of(model, topicClass);
        boolean isOpen = outcome.answers() > 0
                && inUse.filter(calibration -> calibration.coverage() > 0).isPresent();
        var steps = new Steps(tolerance, settings.confidence());
        double allowance = steps.allowance(isOpen, outcome);
        var ladder = Ladder.of(seen.stream().map(Calibrating::labelled).toList(), allowance, steps.strictness(outcome));
        double before = coverage(
                own,
                decision -> inUse.isEmpty()
                        ? decision.told().guaranteedRisk() <= tolerance
                        : inUse.get().ladder().guaranteedRisk(figures(decision)) <= tolerance);
        double coverage = coverage(own, decision -> ladder.guaranteedRisk(figures(decision)) <= tolerance);
        boolean waits = settings.loosenByPerson() && coverage > before;
        var made = new Calibration(
                UUID.randomUUID(),
                now(),
                model,
                topicClass,
                seen.size(),
                1 - allowance,
                ladder,
                coverage,
                before,
                waits ? Status.PROPOSED : Status.IN_USE,
                Calibration.BY_SCHEDULE);
        calibrations.add(made);
        log.info(
                "Calibrated on {} handled cases: of the inquiries on {} topics {} % would be answered, {} % were before. {}",
                made.cases(),
                topicClass,
                Percent.of(coverage),
                Percent.of(before),
                waits ? "That is more, and waits for a lead on the page /quality/automation" : "It is in use");
    }

    private boolean isOldNews(String model, String topicClass, int cases) {
        return calibrations
                .newest(model, topicClass)
                .filter(last -> !Steps.isEnoughNew(cases, last.cases()))
                .isPresent();
    }

    /** A person's click. */
    @Transactional
    public void use(UUID id, String by) {
        var proposed = calibrations
                .find(id)
                .filter(calibration -> calibration.status() == Status.PROPOSED)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "This calibration is not proposed any more: a newer one has taken its place, or it is in use already."));
        calibrations.use(proposed, by);
        log.info(
                "{} has put the calibration of {} topics on {} handled cases in use",
                by,
                proposed.topicClass(),
                proposed.cases());
    }

    private static double coverage(List<DecisionRecord> seen, Predicate<DecisionRecord> answers) {
        double all = seen.stream().mapToDouble(Calibrating::weight).sum();
        return seen.stream().filter(answers).mapToDouble(Calibrating::weight).sum() / all;
    }

    private static double weight(DecisionRecord decision) {
        return labelled(decision).weight();
    }

    private static double[] figures(DecisionRecord decision) {
        return labelled(decision).figures();
    }

    private static LabelledCase labelled(DecisionRecord decision) {
        var figures = decision.tried().figures();
        var label = decision.label();
        if (figures == null || label == null) {
            throw new IllegalArgumentException(
                    "Nobody has labelled %s".formatted(decision.tried().conversationKey()));
        }
        return new LabelledCase(figures, label.right(), label.weight());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
