package org.tandem.quality.calibration;

import java.util.List;
import java.util.Optional;

/** Makes a gate from what people have labelled: fits the risk to it, and finds the loosest threshold that keeps a tolerance. */
public final class Calibrator {

    private final double tolerance;

    /** @param tolerance greatest accepted share of wrong answers, in (0, 1) */
    public Calibrator(double tolerance) {
        this.tolerance = tolerance;
    }

    /** A gate, or none if nothing can be answered with that allowance. */
    public Optional<Gate> gate(List<LabelledCase> seen, double allowance) {
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        var fitted = Fitted.of(seen);
        return new Walk(fitted, tolerance)
                .passed(allowance).stream()
                        .max(Double::compare)
                        .map(threshold -> new Gate(fitted.chances(), threshold));
    }
}
