package org.tandem.quality.automation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tandem.quality.automation.Calibration.Status;

/** What can be promised of an attempt on handled cases, as soon as there are enough of them. */
@Component
class Guarantees {

    private final Calibrations calibrations;

    Guarantees(Calibrations calibrations) {
        this.calibrations = calibrations;
    }

    Optional<Guarantee> of(Tried tried) {
        var figures = tried.figures();
        return figures == null
                ? Optional.empty()
                : calibrations
                        .find(tried.modelVersion(), tried.topicClass(), Status.IN_USE)
                        .map(calibration -> new Guarantee(
                                calibration.ladder().guaranteedRisk(figures),
                                "%d handled cases".formatted(calibration.cases())));
    }
}
