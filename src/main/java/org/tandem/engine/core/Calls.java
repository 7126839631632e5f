package org.tandem.engine.core;

import org.tandem.bpmn.Behaviour;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance;

/** Call activities: another process runs, and the element waits until it has ended. */
final class Calls {

    private final Core core;

    Calls(Core core) {
        this.core = core;
    }

    void call(ElementInstance element, Behaviour.Call call) {
        if (call.process() == null) {
            throw new Failure(Failure.CALLED_ELEMENT, "The call activity names no process");
        }
        var id = core.variables().text(call.process(), element.key());
        var process = core.deployments()
                .bound(Definition.Kind.PROCESS, id, call.binding(), call.versionTag(), element, Failure.CALLED_ELEMENT);
        var variables = call.bringsAll()
                ? core.variables().visible(element.key())
                : core.variables().local(element.key());
        var child = core.instances().called(process, variables, element);
        core.state().put(core.elements().get(element.key()).withChild(child.key()));
    }
}
