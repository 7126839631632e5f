package org.tandem.desk.pay;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows rate cards that cannot be used as a description and an action instead of a stack trace. */
final class RateCardsFailureAnalyzer extends AbstractFailureAnalyzer<RateCardsRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RateCardsRefused cause) {
        return new FailureAnalysis(
                "The rate cards in %s cannot be used:%n%n- %s"
                        .formatted(cause.file(), String.join("%n- ".formatted(), cause.flaws())),
                "Correct the rate cards and start Tandem again. Nothing was changed.",
                cause);
    }
}
