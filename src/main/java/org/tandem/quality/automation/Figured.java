package org.tandem.quality.automation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.quality.automation.Calibration.Status;
import org.tandem.quality.statistics.ErrorBand;

/** What the page of automation shows. */
@Component
class Figured {

    private static final double ALLOWANCE = 0.05;

    private final Standings standings;
    private final Switchboard switchboard;
    private final Observations observations;
    private final Guards guards;
    private final Decisions decisions;
    private final Calibrations calibrations;
    private final AutomationSettings settings;
    private final Tolerances tolerances;

    Figured(
            Standings standings,
            Switchboard switchboard,
            Observations observations,
            Guards guards,
            Decisions decisions,
            Calibrations calibrations,
            AutomationSettings settings,
            ObjectProvider<Tolerances> tolerances) {
        this.standings = standings;
        this.switchboard = switchboard;
        this.observations = observations;
        this.guards = guards;
        this.decisions = decisions;
        this.calibrations = calibrations;
        this.settings = settings;
        this.tolerances = tolerances.getIfAvailable(() -> Map::of);
    }

    /** Everything, and what was met so far: models and topics. */
    List<Row> rows() {
        return Stream.concat(
                        Stream.of(switchboard.standing(Subject.EVERYTHING)),
                        standings.all().stream()
                                .filter(standing -> standing.subject().kind() != Subject.Kind.ALL))
                .map(this::row)
                .toList();
    }

    private Row row(Standing standing) {
        var subject = standing.subject();
        if (subject.kind() == Subject.Kind.MODEL) {
            return new Row(standing, 0, 0, 1, 0);
        }
        var sum = observations.sum(Measure.WRONG, subject.topic(), standings.reopened(subject));
        long wrong = Math.round(sum.amount());
        var band = new ErrorBand(ALLOWANCE);
        for (long seen = 0; seen < sum.seen(); seen++) {
            band.observe(seen < wrong);
        }
        return new Row(standing, sum.seen(), wrong, sum.seen() == 0 ? 1 : band.upper(), guards.suspicion(subject));
    }

    List<Promised> promises() {
        var model = decisions.model().orElse("");
        return tolerances.byClass().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> promise(model, entry.getKey(), entry.getValue()))
                .toList();
    }

    private Promised promise(String model, String topicClass, double tolerance) {
        var inUse = calibrations.find(model, topicClass, Status.IN_USE);
        var disproved = standings.disproved();
        var since = inUse.map(Calibration::at).orElse(disproved);
        return new Promised(
                topicClass,
                tolerance,
                settings.confidence(),
                decisions.labelled(model, topicClass, since, LabelledDecisions.MOST),
                settings.leastCases(),
                inUse.isEmpty() && !disproved.equals(Instant.EPOCH),
                inUse.orElse(null),
                calibrations.find(model, topicClass, Status.PROPOSED).orElse(null));
    }
}
