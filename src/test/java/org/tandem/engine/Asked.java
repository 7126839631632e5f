package org.tandem.engine;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.tandem.engine.core.Command;
import org.tandem.engine.core.Deployments.Deployment;
import org.tandem.engine.core.Instances.NewInstance;
import org.tandem.engine.core.Jobs.Activated;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.JsonValue;

/** What tests ask an engine without a client in between. */
final class Asked {

    static final String WORK = "work";

    private Asked() {}

    /** A process with one service task of type {@link #WORK}. */
    static BpmnModelInstance work() {
        return Bpmn.createExecutableProcess(WORK)
                .startEvent()
                .serviceTask("task", task -> task.zeebeJobType(WORK))
                .endEvent()
                .done();
    }

    static Command<Deployment> deploy(BpmnModelInstance model) {
        var file = Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8);
        return core -> core.deployments().deploy(Map.of("process.bpmn", file));
    }

    static Command<ElementInstance> create(String process) {
        return core -> core.instances()
                .create(new NewInstance(core.deployments().process(process, 0), Map.of(), List.of(), List.of()));
    }

    static Command<Boolean> complete(Activated activated, Map<String, JsonValue> variables) {
        return core -> {
            core.jobs().complete(activated.job().key(), variables);
            return true;
        };
    }

    /** One job, waited for as long as a test may take. */
    static ActivateJobs one() {
        return new ActivateJobs(WORK, "test", 600_000, 1, List.of(), 600_000);
    }
}
