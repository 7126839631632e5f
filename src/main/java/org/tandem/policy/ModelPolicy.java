package org.tandem.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.ModelFiles;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.Problem;
import org.tandem.bpmn.ProcessModel;
import org.tandem.policy.states.Capabilities;
import org.tandem.policy.states.StateGraph;

/**
 * Checks models against the invariants. It does not look for patterns: it explores every state that the processes can reach, called
 * processes included, and asks in each of them. What it does not understand it refuses, so no violation means proven, given that
 * workers, messages and the case file do what they promise.
 */
public final class ModelPolicy {

    private static final Comparator<Violation> ORDER = Comparator.comparing(Violation::file)
            .thenComparing(Violation::rule)
            .thenComparing(violation -> violation.element().id())
            .thenComparing(Violation::message);

    private final Capabilities capabilities;

    public ModelPolicy(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    /**
     * Everything that is wrong with the models; without an error among it they may be deployed. What could only be a consequence of another
     * violation is left out: the rules about persons while some way breaks off, those about variables while some name does not exist.
     */
    public List<Violation> check(ModelFiles models) {
        var library = models.library();
        var violations = new ArrayList<Violation>();
        library.doubts().stream().map(doubt -> unreadable(doubt).asWarning()).forEach(violations::add);
        if (library.problems().isEmpty()) {
            violations.addAll(explored(library));
        } else {
            library.problems().stream().map(ModelPolicy::unreadable).forEach(violations::add);
        }
        return saidOnce(violations).stream().sorted(ORDER).toList();
    }

    private List<Violation> explored(Library library) {
        var violations = new ArrayList<>(new NamesExist(library, capabilities).violations());
        var namesExist = violations.isEmpty();
        var graphs = starts(library);
        var neverWritten = StateGraph.neverWritten(graphs);
        for (var graph : graphs) {
            var ways = new WaysLeadOn(graph).violations();
            violations.addAll(ways);
            violations.addAll(new GateBeforeAiText(graph).violations());
            violations.addAll(new NoWaitingForEver(graph).violations());
            if (graph.isAboutAnInquiry() && ways.isEmpty()) {
                violations.addAll(new PersonReachable(graph).violations());
            }
            if (namesExist) {
                var never = neverWritten.getOrDefault(graph, List.of());
                violations.addAll(new VariablesWritten(graph, never).violations());
            }
        }
        return violations;
    }

    /** The same element may fail on several ways; what is to be done about it is said once, with the first of them. */
    private static Collection<Violation> saidOnce(List<Violation> violations) {
        Map<List<Object>, Violation> once = new LinkedHashMap<>();
        violations.forEach(violation -> once.putIfAbsent(
                List.of(violation.file(), violation.element(), violation.rule(), violation.remedy()), violation));
        return once.values();
    }

    /** Refuses models that break a rule; warnings do not count. */
    public void demand(ModelFiles models) {
        var violations = check(models).stream().filter(Violation::isError).toList();
        if (!violations.isEmpty()) {
            throw new ModelsRefused(violations);
        }
    }

    private List<StateGraph> starts(Library library) {
        return library.processes().values().stream()
                .flatMap(process -> process.startsOf(null).stream()
                        .filter(start -> startsByItself(library, process, start))
                        .map(start -> StateGraph.of(library, capabilities, process, start)))
                .toList();
    }

    /** A start without a trigger only begins by being called, and then is explored where it is called from. */
    private static boolean startsByItself(Library library, ProcessModel process, Node start) {
        return start.behaviour() instanceof Behaviour.Start event
                && (event.trigger() != null || !isCalled(library, process));
    }

    static boolean isCalled(Library library, ProcessModel process) {
        return library.processes().values().stream()
                .flatMap(caller -> caller.nodes().values().stream())
                .flatMap(node -> node.behaviour() instanceof Behaviour.Call call
                        ? Stream.ofNullable(call.process())
                        : Stream.of())
                .anyMatch(
                        called -> called.constant().filter(process.id()::equals).isPresent());
    }

    private static Violation unreadable(Problem problem) {
        var element = problem.elementId() == null
                ? Violation.Element.WHOLE_FILE
                : new Violation.Element(problem.elementId(), problem.elementName());
        return new Violation(problem.file(), element, Rule.READABLE, problem.message(), problem.remedy());
    }
}
