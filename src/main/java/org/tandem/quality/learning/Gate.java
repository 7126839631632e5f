package org.tandem.quality.learning;

import java.util.function.Predicate;
import org.tandem.assistant.Attempt;
import org.tandem.quality.automation.Word;

/** The confidence gate, asked what it would do. */
@FunctionalInterface
public interface Gate {

    /** As it is deployed now. */
    Deployed asDeployed();

    /** One version of it. */
    @FunctionalInterface
    interface Deployed {

        /**
         * Whether the attempt would be sent to the customer.
         *
         * @param repeatContacts other inquiries of the same customer in the last days
         */
        boolean answers(Attempt attempt, int repeatContacts, Word word);

        /** Whether an attempt at a first inquiry would be, were automation open, by what the examples promise. */
        default Predicate<Attempt> onExamples() {
            return attempt -> answers(attempt, 0, Word.onExamples(attempt));
        }
    }
}
