package org.tandem.process;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DeploymentEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which versions of processes and decisions this application has deployed. */
@Component
class DeployedVersions {

    private final Map<String, Integer> decisions = new ConcurrentHashMap<>();
    private final Map<String, Integer> processes = new ConcurrentHashMap<>();

    void remember(DeploymentEvent deployment) {
        deployment
                .getDecisions()
                .forEach(decision -> decisions.put(decision.getDmnDecisionId(), decision.getVersion()));
        deployment.getProcesses().forEach(process -> processes.put(process.getBpmnProcessId(), process.getVersion()));
    }

    /** Version of each process by its id. */
    Map<String, Integer> processes() {
        return Map.copyOf(processes);
    }

    /** Which version of a decision a process of this version uses. They are deployed together. */
    String ofDecision(String decisionId, ActivatedJob job) {
        var decision = decisions.get(decisionId);
        var process = processes.get(job.getBpmnProcessId());
        if (decision != null && process != null && process == job.getProcessDefinitionVersion()) {
            return "%s v%d".formatted(decisionId, decision);
        }
        return "%s as deployed with %s v%d"
                .formatted(decisionId, job.getBpmnProcessId(), job.getProcessDefinitionVersion());
    }
}
