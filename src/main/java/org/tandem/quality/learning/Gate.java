package org.tandem.quality.learning;

import java.util.function.Predicate;
import org.tandem.assistant.Attempt;

/** The confidence gate, asked what it would do. */
@FunctionalInterface
public interface Gate {

    /** As it is deployed now: whether an attempt at a first inquiry would be sent to the customer, were automation open. */
    Predicate<Attempt> asDeployed();
}
