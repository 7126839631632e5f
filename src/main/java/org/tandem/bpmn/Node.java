package org.tandem.bpmn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.feel.Expression;

/** A flow node of a process: a task, an event, a gateway or a sub-process. {@code parent} is the sub-process it is drawn in. */
public record Node(
        String id,
        String name,
        @Nullable String parent,
        Behaviour behaviour,
        List<Mapping> inputs,
        List<Mapping> outputs,
        List<Flow> outgoing,
        int incoming,
        List<String> listeners) {

    /** An arrow to the next node; the condition is only there behind exclusive gateways. */
    public record Flow(
            String id, String name, String target, @Nullable Expression condition) {}

    /** An input or output mapping; the target may be a field of a variable. */
    public record Mapping(Expression source, String target) {}

    /** The name on the drawing, or the kind of element where nobody gave it a name. */
    public String label() {
        return name.isBlank() ? id : name;
    }
}
