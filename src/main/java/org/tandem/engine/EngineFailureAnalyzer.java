package org.tandem.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows settings that name no engine as a description and an action instead of a stack trace. */
final class EngineFailureAnalyzer extends AbstractFailureAnalyzer<EngineMisconfigured> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EngineMisconfigured cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
