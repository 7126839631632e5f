package org.tandem.audit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.audit.Minimised;
import org.tandem.audit.Run;
import org.tandem.audit.RunState;
import org.tandem.audit.Trail;
import org.tandem.audit.Trail.Count;
import org.tandem.audit.Trail.Listed;
import org.tandem.audit.Trail.Step;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/**
 * A run as its page shows it to somebody.
 *
 * @param marks what the viewer marks on the diagram, as JSON
 * @param seen changes with what is shown
 * @param leavesOut whether this reader sees less than others
 */
record RunView(
        Run run,
        Moment started,
        @Nullable Moment ended,
        String duration,
        String place,
        @Nullable String caseNumber,
        String marks,
        Listed<StepLine> steps,
        List<DecisionLine> decisions,
        Listed<WorkLine> work,
        Listed<TroubleLine> troubles,
        Listed<ValueLine> values,
        List<Trail.Caller> callers,
        Listed<Run> called,
        long decisionsTotal,
        String seen,
        boolean leavesOut,
        boolean mayRetry) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CASE_NUMBER = "inquiryNumber";
    private static final Set<String> AROUND_OTHERS =
            Set.of("SUB_PROCESS", "EVENT_SUB_PROCESS", "AD_HOC_SUB_PROCESS", "MULTI_INSTANCE_BODY");

    static RunView of(Run run, Trail trail, StaffMember member, DeployedModels models) {
        var minimised = Minimised.by(member);
        var steps = steps(trail);
        var names = trail.steps().items().stream()
                .collect(Collectors.toMap(Step::element, Step::name, (first, again) -> first));
        var scopes = trail.steps().items().stream().collect(Collectors.toMap(Step::key, Step::name));
        var ended = run.ended();
        return new RunView(
                run,
                Moment.of(run.started()),
                ended == null ? null : Moment.of(ended),
                ended == null ? "" : Moment.between(run.started(), ended),
                place(run, trail),
                caseNumber(run, trail),
                marks(trail),
                steps,
                trail.decisions().items().stream()
                        .map(decision -> DecisionLine.of(decision, scopes, minimised, models))
                        .toList(),
                mapped(trail.work(), WorkLine::of),
                mapped(trail.troubles(), trouble -> TroubleLine.of(trouble, names)),
                mapped(trail.values(), value -> ValueLine.of(value, run, scopes, minimised)),
                trail.callers(),
                trail.called(),
                trail.decisions().total(),
                Integer.toHexString(Objects.hash(run, trail)),
                minimised.leavesOut(),
                member.is(Role.OPERATOR));
    }

    private static Listed<StepLine> steps(Trail trail) {
        var passes = new HashMap<String, Integer>();
        var lines = trail.steps().items().stream()
                .map(step -> StepLine.of(step, passes.merge(step.element(), 1, Integer::sum)))
                .toList();
        return new Listed<>(lines, trail.steps().total());
    }

    private static <T, R> Listed<R> mapped(Listed<T> list, java.util.function.Function<T, R> line) {
        return new Listed<>(list.items().stream().map(line).toList(), list.total());
    }

    /** Where it stands, in a sentence. */
    private static String place(Run run, Trail trail) {
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

    private static @Nullable String caseNumber(Run run, Trail trail) {
        return trail.values().items().stream()
                .filter(value -> value.name().equals(CASE_NUMBER) && value.scope() == run.key())
                .map(value -> value.json().replace("\"", ""))
                .findFirst()
                .orElse(null);
    }

    private static String marks(Trail trail) {
        var elements = trail.counts().stream()
                .map(count -> Map.of("id", count.element(), "passes", passes(count), "state", state(count)))
                .toList();
        try {
            return JSON.writeValueAsString(Map.of("elements", elements, "flows", trail.flows()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written", e);
        }
    }

    private static long passes(Count count) {
        return count.active() + count.completed() + count.canceled() + count.incidents();
    }

    private static String state(Count count) {
        if (count.incidents() > 0) {
            return "incident";
        }
        if (count.active() > 0) {
            return "here";
        }
        return count.completed() > 0 ? "done" : "ended";
    }

    /** A step, and which pass of its element it is. */
    record StepLine(
            Step step,
            int pass,
            String type,
            Moment started,
            @Nullable Moment ended,
            String duration) {

        static StepLine of(Step step, int pass) {
            var ended = step.ended();
            return new StepLine(
                    step,
                    pass,
                    Labels.of(step.type()),
                    Moment.of(step.started()),
                    ended == null ? null : Moment.of(ended),
                    ended == null ? "" : Moment.between(step.started(), ended));
        }
    }

    /** A task of a person: who had it, and when. */
    record WorkLine(
            Trail.Work work,
            Moment created,
            @Nullable Moment ended,
            @Nullable Moment due,
            String duration) {

        static WorkLine of(Trail.Work work) {
            var ended = work.ended();
            var due = work.due();
            return new WorkLine(
                    work,
                    Moment.of(work.created()),
                    ended == null ? null : Moment.of(ended),
                    due == null ? null : Moment.of(due),
                    ended == null ? "" : Moment.between(work.created(), ended));
        }
    }

    /** An incident. Its message may quote a value, so it is masked. */
    record TroubleLine(Trail.Trouble trouble, String type, String message, String step, Moment at) {

        static TroubleLine of(Trail.Trouble trouble, Map<String, String> names) {
            return new TroubleLine(
                    trouble,
                    Labels.of(trouble.type()),
                    Minimised.message(trouble.message()),
                    names.getOrDefault(trouble.element(), trouble.element()),
                    Moment.of(trouble.at()));
        }
    }

    /** A variable, and whose it is. */
    record ValueLine(String name, String text, String scope) {

        private static final int LONG = 120;

        static ValueLine of(Trail.Value value, Run run, Map<Long, String> scopes, Minimised minimised) {
            var scope = value.scope() == run.key() ? "whole process" : scopes.getOrDefault(value.scope(), "a step");
            return new ValueLine(value.name(), minimised.value(value.name(), value.json(), value.isCut()), scope);
        }

        public boolean isLong() {
            return text.length() > LONG || text.contains("\n");
        }
    }
}
