package org.tandem.process;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tandem.bpmn.ModelFiles;
import org.tandem.engine.DeploymentCheck;
import org.tandem.policy.ModelPolicy;
import org.tandem.policy.Violation;

/**
 * What reaches the embedded engine by another way than {@link ModelDeployment}, as from Camunda Modeler: as far as it has to do with
 * inquiries it keeps the rules as well, and the rest is no business of ours.
 */
@Component
class DeployedByOthers implements DeploymentCheck {

    private final ModelSource source;
    private final ModelPolicy policy = new ModelPolicy(EngineContract.capabilities());

    DeployedByOthers(ModelSource source) {
        this.source = source;
    }

    @Override
    public List<String> refusals(Map<String, byte[]> files) {
        if (source.hasAccepted(files)) {
            return List.of();
        }
        return policy.checkBeside(ModelFiles.of(files)).stream()
                .filter(Violation::isError)
                .map(Violation::toString)
                .toList();
    }
}
