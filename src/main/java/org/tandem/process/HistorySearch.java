package org.tandem.process;

import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.filter.ProcessInstanceFilter;
import io.camunda.client.api.search.sort.ProcessInstanceSort;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tandem.audit.RunState;
import org.tandem.audit.Subject;
import org.tandem.audit.Wanted;

/** Which runs are wanted, in the words of the engine's search. */
final class HistorySearch {

    private HistorySearch() {}

    static Consumer<ProcessInstanceFilter> filter(Wanted wanted) {
        return filter -> {
            about(filter, wanted.subject());
            if (wanted.state() != null) {
                filter.state(state(wanted.state()));
            }
            started(filter, wanted.from(), wanted.before());
            if (wanted.process() != null) {
                filter.processDefinitionId(wanted.process());
            }
            if (wanted.version() != null) {
                filter.processDefinitionVersion(wanted.version());
            }
            if (wanted.onlyIncidents()) {
                filter.hasIncident(true);
            }
        };
    }

    /** The search itself tells apart by its key what is equal, so that no run is on two pages. */
    static Consumer<ProcessInstanceSort> sort(Wanted wanted) {
        return sort -> {
            var by = switch (wanted.sorting()) {
                case STARTED -> sort.startDate();
                case ENDED -> sort.endDate();
                case PROCESS -> sort.processDefinitionName();
                case VERSION -> sort.processDefinitionVersion();
                case STATE -> sort.state();
            };
            if (wanted.descending()) {
                by.desc();
            } else {
                by.asc();
            }
        };
    }

    private static void about(ProcessInstanceFilter filter, @Nullable Subject subject) {
        switch (subject) {
            case null -> {}
            case Subject.Case one -> filter.variables(Map.of("inquiryNumber", json(one.number())));
            case Subject.Inquiry one -> filter.variables(Map.of("inquiryId", json(one.id())));
            case Subject.Key one -> filter.processInstanceKey(one.key());
        }
    }

    /** The search compares variables as JSON. Numbers and ids have nothing to escape. */
    private static String json(String plain) {
        return '"' + plain + '"';
    }

    private static void started(ProcessInstanceFilter filter, @Nullable Instant from, @Nullable Instant before) {
        if (from == null && before == null) {
            return;
        }
        filter.startDate(date -> {
            if (from != null) {
                date.gte(at(from));
            }
            if (before != null) {
                date.lt(at(before));
            }
        });
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ProcessInstanceState state(RunState state) {
        return switch (state) {
            case ACTIVE -> ProcessInstanceState.ACTIVE;
            case COMPLETED -> ProcessInstanceState.COMPLETED;
            case TERMINATED -> ProcessInstanceState.TERMINATED;
            case UNKNOWN -> ProcessInstanceState.UNKNOWN_ENUM_VALUE;
        };
    }
}
