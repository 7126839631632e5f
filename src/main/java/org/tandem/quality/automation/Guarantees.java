package org.tandem.quality.automation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Attempt;
import org.tandem.quality.automation.Calibration.Status;
import org.tandem.quality.calibration.Ladder;

/**
 * What can be promised of an attempt: on handled cases as soon as there are enough of them, until then on examples. After the guardrail has
 * shut everything only on cases that were handled since.
 */
@Component
class Guarantees {

    private final Calibrations calibrations;
    private final Standings standings;
    private final Tolerances tolerances;

    Guarantees(Calibrations calibrations, Standings standings, ObjectProvider<Tolerances> tolerances) {
        this.calibrations = calibrations;
        this.standings = standings;
        this.tolerances = tolerances.getIfAvailable(() -> Map::of);
    }

    Guarantee of(Tried tried, Attempt attempt) {
        return onHandledCases(tried)
                .orElseGet(() ->
                        standings.disproved().equals(Instant.EPOCH) ? Guarantee.onExamples(attempt) : Guarantee.NONE);
    }

    private Optional<Guarantee> onHandledCases(Tried tried) {
        var figures = tried.figures();
        return figures == null
                ? Optional.empty()
                : calibrations
                        .find(tried.modelVersion(), tried.topicClass(), Status.IN_USE)
                        .map(calibration -> new Guarantee(
                                calibration.ladder().guaranteedRisk(figures),
                                "%d handled cases".formatted(calibration.cases()),
                                stated(calibration.ladder(), tried.topicClass(), figures)));
    }

    private @Nullable Stated stated(Ladder ladder, String topicClass, double[] figures) {
        var tolerance = tolerances.byClass().get(topicClass);
        var threshold = tolerance == null ? 0 : ladder.threshold(tolerance);
        double risk = ladder.risk(figures);
        return threshold > 0 ? new Stated(risk, risk / threshold) : null;
    }
}
