package org.tandem.quality.automation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.quality.automation.Calibration.Status;
import org.tandem.quality.calibration.Ladder;
import org.tandem.quality.calibration.Steps;

/**
 * Calibrates from time to time on what people have labelled, for the model in use, the one that decides silently beside it, and each class
 * of topics. What lets the AI answer less counts at once; what lets it answer more waits for a person, if the settings say so and nobody has
 * to reopen everything first.
 */
@Component
class Calibrating {

    private static final Logger log = LoggerFactory.getLogger(Calibrating.class);

    private final Decisions decisions;
    private final ShadowDecisions shadow;
    private final LabelledDecisions labelled;
    private final AuditTally audits;
    private final Calibrations calibrations;
    private final Standings standings;
    private final Tolerances tolerances;
    private final AutomationSettings settings;
    private final Clock clock;

    Calibrating(
            Decisions decisions,
            ShadowDecisions shadow,
            LabelledDecisions labelled,
            AuditTally audits,
            Calibrations calibrations,
            Standings standings,
            ObjectProvider<Tolerances> tolerances,
            AutomationSettings settings,
            Clock clock) {
        this.decisions = decisions;
        this.shadow = shadow;
        this.labelled = labelled;
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
        Stream.concat(decisions.model().stream(), shadow.model().stream())
                .distinct()
                .forEach(model -> tolerances
                        .byClass()
                        .forEach((topicClass, tolerance) -> calibrate(model, topicClass, tolerance)));
    }

    /** Since the guardrail has last shut everything; what is shut tells nothing of the rest. */
    private List<LabelledDecisions.One> seen(String model, Collection<String> topicClasses) {
        var shut = standings.all().stream()
                .filter(standing -> standing.mode() == Mode.SHUT)
                .flatMap(standing -> Stream.ofNullable(standing.subject().topic()))
                .toList();
        return labelled.latest(model, topicClasses, shut, standings.disproved());
    }

    private void calibrate(String model, String topicClass, double tolerance) {
        var own = seen(model, List.of(topicClass));
        if (own.isEmpty()) {
            return;
        }
        var seen = own.size() >= settings.leastCases()
                ? own
                : seen(model, tolerances.byClass().keySet());
        if (seen.size() < settings.leastCases() || isOldNews(model, topicClass, seen)) {
            return;
        }
        var inUse = calibrations.find(model, topicClass, Status.IN_USE);
        var outcome = audits.of(model, topicClass);
        boolean isOpen = outcome.answers() > 0
                && inUse.filter(calibration -> calibration.coverage() > 0).isPresent();
        var steps = new Steps(tolerance, settings.confidence());
        double allowance = steps.allowance(isOpen, outcome);
        var ladder = Ladder.of(
                seen.stream().map(LabelledDecisions.One::labelled).toList(), allowance, steps.strictness(outcome));
        double before = coverage(
                own,
                decision -> inUse.isEmpty()
                        ? decision.guaranteedRisk() <= tolerance
                        : inUse.get()
                                        .ladder()
                                        .guaranteedRisk(decision.labelled().figures())
                                <= tolerance);
        double coverage = coverage(
                own, decision -> ladder.guaranteedRisk(decision.labelled().figures()) <= tolerance);
        boolean waits =
                settings.loosenByPerson() && coverage > before && answers(model) && !(inUse.isEmpty() && isShut());
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

    private boolean isShut() {
        return standings
                .find(Subject.EVERYTHING)
                .filter(standing -> standing.mode() == Mode.SHUT)
                .isPresent();
    }

    /** For one that decides silently the promotion is what a person decides on. */
    private boolean answers(String model) {
        return decisions.model().filter(model::equals).isPresent();
    }

    /** With as many cases as are looked at, their number tells no more how many are new. */
    private boolean isOldNews(String model, String topicClass, List<LabelledDecisions.One> seen) {
        return calibrations
                .newest(model, topicClass)
                .filter(last -> last.at().isAfter(standings.disproved()))
                .filter(last -> !Steps.isEnoughNew(seen.size(), last.cases()))
                .filter(last -> seen.size() < LabelledDecisions.MOST
                        || !Steps.isEnoughNew(last.cases() + since(seen, last.at()), last.cases()))
                .isPresent();
    }

    private static int since(List<LabelledDecisions.One> seen, Instant then) {
        return (int) seen.stream().filter(one -> one.labelledAt().isAfter(then)).count();
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

    private static double coverage(List<LabelledDecisions.One> seen, Predicate<LabelledDecisions.One> answers) {
        return weight(seen.stream().filter(answers)) / weight(seen.stream());
    }

    private static double weight(Stream<LabelledDecisions.One> some) {
        return some.mapToDouble(one -> one.labelled().weight()).sum();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
