package org.tandem.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a platform that cannot run as a description and an action instead of a stack trace. */
final class PlatformFailureAnalyzer extends AbstractFailureAnalyzer<PlatformException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PlatformException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
