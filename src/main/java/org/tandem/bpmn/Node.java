package org.tandem.bpmn;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.feel.Expression;

/**
 * A flow node of a process: a task, an event, a gateway or a sub-process.
 *
 * @param type the element type as the Camunda API names it, for example {@code SERVICE_TASK}
 * @param parent the sub-process it is drawn in
 * @param incoming how many sequence flows lead to it
 * @param headers custom headers of its jobs or its user task
 */
public record Node(
        String id,
        String name,
        String type,
        @Nullable String parent,
        Behaviour behaviour,
        @Nullable Repetition repetition,
        List<Mapping> inputs,
        List<Mapping> outputs,
        List<Flow> outgoing,
        int incoming,
        List<String> listeners,
        Map<String, String> headers) {

    /** An arrow to the next node; the condition is only there behind gateways. */
    public record Flow(
            String id, String name, String target, @Nullable Expression condition) {}

    /** An input or output mapping; the target may be a field of a variable. */
    public record Mapping(Expression source, String target) {}

    /**
     * A multi-instance activity.
     *
     * @param items the collection, one instance for each item
     * @param item the local variable that holds the item
     * @param outputs the variable that collects a result of each instance
     */
    public record Repetition(
            boolean sequential,
            Expression items,
            @Nullable String item,
            @Nullable String outputs,
            @Nullable Expression output,
            @Nullable Expression until) {}

    /** The name on the drawing, or the id where nobody gave it a name. */
    public String label() {
        return name.isBlank() ? id : name;
    }
}
