package org.tandem.process;

import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.ProcessDefinition;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.ProcessInstanceCallHierarchyEntryResponse;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.Variable;
import io.camunda.client.api.statistics.response.ProcessElementStatistics;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandem.audit.ProcessName;
import org.tandem.audit.Run;
import org.tandem.audit.RunState;
import org.tandem.audit.Trail;
import org.tandem.audit.Trail.Listed;

/** What the engine's searches answer, in the words of the audit. What a cluster leaves out is told by an id instead. */
final class HistoryRecords {

    private HistoryRecords() {}

    static ProcessName name(ProcessDefinition version) {
        var id = version.getProcessDefinitionId();
        return new ProcessName(id, named(version.getName(), id));
    }

    static Run run(ProcessInstance instance) {
        var id = instance.getProcessDefinitionId();
        return new Run(
                instance.getProcessInstanceKey(),
                instance.getProcessDefinitionKey(),
                id,
                named(instance.getProcessDefinitionName(), id),
                instance.getProcessDefinitionVersion(),
                state(instance.getState()),
                Boolean.TRUE.equals(instance.getHasIncident()),
                instance.getStartDate().toInstant(),
                instant(instance.getEndDate()),
                key(instance.getParentProcessInstanceKey()));
    }

    static <T, R> Listed<R> listed(SearchResponse<T> answer, Function<T, R> record) {
        return new Listed<>(answer.items().stream().map(record).toList(), total(answer));
    }

    static long total(SearchResponse<?> answer) {
        var total = answer.page().totalItems();
        return total == null ? answer.items().size() : total;
    }

    /** Clusters of some versions list the process itself among its elements. */
    static Listed<Trail.Step> steps(SearchResponse<ElementInstance> answer) {
        var steps = answer.items().stream()
                .filter(element -> element.getType() != ElementInstanceType.PROCESS)
                .map(HistoryRecords::step)
                .toList();
        return new Listed<>(steps, total(answer) - (answer.items().size() - steps.size()));
    }

    private static Trail.Step step(ElementInstance element) {
        return new Trail.Step(
                element.getElementInstanceKey(),
                element.getElementId(),
                named(element.getElementName(), element.getElementId()),
                element.getType().name(),
                state(element.getState()),
                Boolean.TRUE.equals(element.getIncident()),
                element.getStartDate().toInstant(),
                instant(element.getEndDate()));
    }

    static Trail.Count count(ProcessElementStatistics element) {
        return new Trail.Count(
                element.getElementId(),
                element.getActive(),
                element.getCompleted(),
                element.getCanceled(),
                element.getIncidents());
    }

    static Trail.Value value(Variable variable) {
        return new Trail.Value(
                variable.getName(),
                variable.getValue(),
                Boolean.TRUE.equals(variable.isTruncated()),
                variable.getScopeKey());
    }

    static Trail.Trouble trouble(Incident incident) {
        return new Trail.Trouble(
                incident.getIncidentKey(),
                incident.getErrorType().name(),
                incident.getErrorMessage() == null ? "" : incident.getErrorMessage(),
                incident.getElementId(),
                incident.getCreationTime().toInstant(),
                incident.getState() != IncidentState.RESOLVED);
    }

    /** The engine names the run itself last. */
    static List<Trail.Caller> callers(List<ProcessInstanceCallHierarchyEntryResponse> hierarchy, long run) {
        return hierarchy.stream()
                .filter(entry -> entry.getProcessInstanceKey() != run)
                .map(entry -> new Trail.Caller(
                        entry.getProcessInstanceKey(),
                        named(
                                entry.getProcessDefinitionName(),
                                entry.getProcessInstanceKey().toString())))
                .toList();
    }

    private static RunState state(ProcessInstanceState state) {
        return switch (state) {
            case ACTIVE -> RunState.ACTIVE;
            case COMPLETED -> RunState.COMPLETED;
            case TERMINATED -> RunState.TERMINATED;
            case UNKNOWN_ENUM_VALUE -> RunState.UNKNOWN;
        };
    }

    private static RunState state(ElementInstanceState state) {
        return switch (state) {
            case ACTIVE -> RunState.ACTIVE;
            case COMPLETED -> RunState.COMPLETED;
            case TERMINATED -> RunState.TERMINATED;
            case UNKNOWN_ENUM_VALUE -> RunState.UNKNOWN;
        };
    }

    static String named(@Nullable String name, String otherwise) {
        return name == null || name.isBlank() ? otherwise : name;
    }

    static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Clients tell by -1 that there is none. */
    static @Nullable Long key(@Nullable Long key) {
        return key == null || key <= 0 ? null : key;
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime date) {
        return date == null ? null : date.toInstant();
    }
}
