package org.tandem.audit.web;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.audit.Run;
import org.tandem.audit.RunState;
import org.tandem.audit.Trail;
import org.tandem.audit.Trail.Count;
import org.tandem.audit.Trail.Step;

/** Where a run stands, in a sentence. */
final class Standing {

    private static final Set<String> AROUND_OTHERS =
            Set.of("SUB_PROCESS", "EVENT_SUB_PROCESS", "AD_HOC_SUB_PROCESS", "MULTI_INSTANCE_BODY");

    private Standing() {}

    static String of(Run run, Trail trail) {
        if (!run.isRunning()) {
            return run.state() == RunState.COMPLETED
                    ? "It has come to its end."
                    : "It was ended before it came to its end.";
        }
        var known = trail.steps().items().stream()
                .collect(Collectors.toMap(Step::element, step -> step, (first, again) -> first));
        var here = trail.counts().stream()
                .filter(count -> count.active() + count.incidents() > 0)
                .filter(count -> !isAroundOthers(known.get(count.element())))
                .map(count -> called(count, known.get(count.element())))
                .distinct()
                .collect(Collectors.joining(", "));
        return here.isEmpty() ? "It is between two steps." : "It stands at " + here + ".";
    }

    private static boolean isAroundOthers(@Nullable Step step) {
        return step != null && AROUND_OTHERS.contains(step.type());
    }

    private static String called(Count count, @Nullable Step step) {
        var name = "“%s”".formatted(step == null ? count.element() : step.name());
        return count.incidents() > 0 ? name + " (stopped by an incident)" : name;
    }
}
