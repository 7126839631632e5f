package org.tandem.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.GateDecision;

/** Makes the auditable record of a gate decision: what it judged by, which rule matched, which version of the table it was. */
@Component
class GateRecords {

    private final DeployedVersions versions;
    private final ObjectMapper json;
    private final Clock clock;

    GateRecords(DeployedVersions versions, ObjectMapper json, Clock clock) {
        this.versions = versions;
        this.json = json;
        this.clock = clock;
    }

    GateDecision of(ActivatedJob job, String conversationKey, Gate gate, GateInputs inputs) {
        return new GateDecision(
                conversationKey,
                gate.route(),
                gate.reason(),
                Objects.requireNonNullElse(gate.rule(), "unnamed"),
                versions.ofDecision("confidence-gate", job),
                write(inputs),
                clock.instant());
    }

    private String write(GateInputs inputs) {
        try {
            return json.writeValueAsString(inputs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The inputs of a decision cannot be written as JSON", e);
        }
    }
}
