package org.tandem.engine.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.ElementInstance.Origin;
import org.tandem.engine.state.ElementInstance.Position;
import org.tandem.engine.state.ElementInstance.State;
import org.tandem.engine.state.ElementInstance.Tokens;
import org.tandem.engine.state.JsonValue;
import org.tandem.engine.state.Loop;
import org.tandem.engine.state.Variable;

/** Process instances, element instances and their variables. */
final class InstanceTables {

    private static final String PROCESS_TYPE = "PROCESS";

    static final Table<ElementInstance> PROCESS_INSTANCE = Table.of(ElementInstance.class, "process_instance")
            .optional(
                    "parent_instance", e -> e.origin() == null ? 0 : e.origin().parentInstance())
            .optional("parent_element", e -> e.origin() == null ? 0 : e.origin().parentElement())
            .number("started_at", ElementInstance::startedAt)
            .changing()
            .number("definition", ElementInstance::definition)
            .optional("ended_at", ElementInstance::endedAt)
            .code("state", ElementInstance::state)
            .optional("incident", ElementInstance::incident)
            .detail(Detail::of)
            .active(
                    "select t.*, d.definition_id as element_id from process_instance t join definition d on d.id = t.definition"
                            + " where t.ended_at is null")
            .read(row -> row.detail(Detail.class).process(row));

    static final Table<ElementInstance> ELEMENT_INSTANCE = Table.of(ElementInstance.class, "element_instance")
            .text("type", ElementInstance::type)
            .number("scope", ElementInstance::scope)
            .number("process_instance", ElementInstance::processInstance)
            .count("loop_counter", e -> e.at().loopCounter())
            .number("started_at", ElementInstance::startedAt)
            .changing()
            .text("element_id", ElementInstance::elementId)
            .number("definition", ElementInstance::definition)
            .optional("ended_at", ElementInstance::endedAt)
            .code("state", ElementInstance::state)
            .optional("incident", ElementInstance::incident)
            .optional("child", ElementInstance::child)
            .detail(Detail::of)
            .activeInInstancesWhere("t.ended_at is null")
            .read(row -> row.detail(Detail.class).element(row));

    static final Table<Variable> VARIABLE = Table.of(Variable.class, "variable")
            .number("scope", Variable::scope)
            .number("process_instance", Variable::processInstance)
            .text("name", Variable::name)
            .changing()
            .count("hash", Variable::hash)
            .text("content", v -> v.value().text())
            .activeInInstancesWhere(
                    "(t.scope = t.process_instance"
                            + " or t.scope in (select e.id from element_instance e where e.id = t.scope and e.ended_at is null))")
            .read(row -> new Variable(
                    row.number("id"),
                    row.number("scope"),
                    row.number("process_instance"),
                    row.text("name"),
                    JsonValue.parse(row.text("content"))));

    private InstanceTables() {}

    /** What of an element instance nobody searches. */
    private record Detail(
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int tokens,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            Map<String, Integer> arrived,

            @Nullable String interruptedBy,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int generation,
            @Nullable Loop loop,
            @Nullable Start start,
            @Nullable Map<String, JsonValue> result,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<String> taken) {

        private record Start(
                @Nullable String event,
                @Nullable String businessKey,

                @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
                List<String> tags) {}

        static Detail of(ElementInstance e) {
            var origin = e.origin();
            return new Detail(
                    e.tokens().count(),
                    e.tokens().arrived(),
                    e.tokens().interruptedBy(),
                    e.tokens().generation(),
                    e.loop(),
                    origin == null ? null : new Start(origin.startEvent(), origin.businessKey(), origin.tags()),
                    e.result(),
                    e.taken());
        }

        ElementInstance process(Row row) {
            var origin = start == null
                    ? null
                    : new Origin(
                            row.number("parent_instance"),
                            row.number("parent_element"),
                            start.event,
                            start.businessKey,
                            start.tags == null ? List.of() : start.tags);
            var key = row.number("id");
            return instance(
                    row,
                    new Position(row.text("element_id"), PROCESS_TYPE, 0, key, row.number("definition"), 0),
                    origin,
                    0);
        }

        ElementInstance element(Row row) {
            var position = new Position(
                    row.text("element_id"),
                    row.text("type"),
                    row.number("scope"),
                    row.number("process_instance"),
                    row.number("definition"),
                    row.count("loop_counter"));
            return instance(row, position, null, row.number("child"));
        }

        private ElementInstance instance(Row row, Position position, @Nullable Origin origin, long child) {
            return new ElementInstance(
                    row.number("id"),
                    position,
                    row.number("started_at"),
                    row.code(State.class, "state"),
                    row.number("ended_at"),
                    row.number("incident"),
                    new Tokens(tokens, arrived == null ? Map.of() : arrived, interruptedBy, generation),
                    loop,
                    origin,
                    child,
                    result,
                    taken == null ? List.of() : taken);
        }
    }
}
