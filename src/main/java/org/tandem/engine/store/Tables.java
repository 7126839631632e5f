package org.tandem.engine.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.Entity;

/** All tables, in the order in which they are written and loaded. */
final class Tables {

    static final List<Table<?>> ALL = List.of(
            DefinitionTables.META,
            DefinitionTables.DEFINITION,
            InstanceTables.PROCESS_INSTANCE,
            InstanceTables.ELEMENT_INSTANCE,
            InstanceTables.VARIABLE,
            WorkTables.JOB,
            WorkTables.USER_TASK,
            WorkTables.ASSIGNMENT,
            WorkTables.INCIDENT,
            MessageTables.SUBSCRIPTION,
            MessageTables.CORRELATION,
            MessageTables.MESSAGE,
            MessageTables.TIMER,
            DefinitionTables.DECISION_INSTANCE);

    /** What a purge empties. */
    static final List<Table<?>> PURGED =
            ALL.stream().filter(table -> table != DefinitionTables.META).toList();

    private static final Map<Class<?>, List<Table<?>>> BY_KIND =
            ALL.stream().collect(Collectors.groupingBy(table -> table.kind()));

    private Tables() {}

    static Table<?> of(Entity entity) {
        return entity instanceof ElementInstance e && e.isProcess()
                ? InstanceTables.PROCESS_INSTANCE
                : of(entity.getClass()).getLast();
    }

    /** Where entities of a kind may be: element instances without a scope have a table of their own, before that of the others. */
    static List<Table<?>> of(Class<? extends Entity> kind) {
        return Objects.requireNonNull(BY_KIND.get(kind));
    }
}
