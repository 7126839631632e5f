package org.tandem.audit.web;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.audit.Minimised;
import org.tandem.audit.Run;
import org.tandem.audit.Trail;
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
 * @param atDesk whether this reader finds tasks at the desk, too
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
        boolean mayRetry,
        boolean atDesk) {

    private static final String CASE_NUMBER = "inquiryNumber";

    static RunView of(Run run, Trail trail, StaffMember member, DeployedModels models) {
        var minimised = Minimised.by(member, models.texts(run, trail));
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
                Standing.of(run, trail),
                caseNumber(run, trail),
                Marks.of(trail),
                steps,
                trail.decisions().items().stream()
                        .map(decision -> DecisionLine.of(decision, scopes, minimised, models))
                        .toList(),
                mapped(trail.work(), work -> WorkLine.of(work, trail.looks())),
                mapped(trail.troubles(), trouble -> TroubleLine.of(trouble, names, minimised)),
                mapped(trail.values(), value -> ValueLine.of(value, run, scopes, minimised)),
                trail.callers(),
                trail.called(),
                trail.decisions().total(),
                Integer.toHexString(Objects.hash(run, trail)),
                minimised.leavesOut(),
                member.is(Role.OPERATOR),
                member.is(Role.AGENT) || member.is(Role.LEAD));
    }

    private static Listed<StepLine> steps(Trail trail) {
        var passes = new HashMap<String, Integer>();
        var lines = trail.steps().items().stream()
                .map(step -> StepLine.of(step, passes.merge(step.element(), 1, Integer::sum)))
                .toList();
        return new Listed<>(lines, trail.steps().total());
    }

    private static <T, R> Listed<R> mapped(Listed<T> list, Function<T, R> line) {
        return new Listed<>(list.items().stream().map(line).toList(), list.total());
    }

    private static @Nullable String caseNumber(Run run, Trail trail) {
        return trail.values().items().stream()
                .filter(value -> value.name().equals(CASE_NUMBER) && value.scope() == run.key())
                .map(value -> value.json().replace("\"", ""))
                .findFirst()
                .orElse(null);
    }
}
