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
     * violation is left out: what nothing leads to, beside any error; the rules about persons while some way breaks off, those and the gate's
     * while a process or decision that is called is not there, those about variables while some name does not exist.
     */
    public List<Violation> check(ModelFiles models) {
        var library = models.library();
        var violations = new ArrayList<Violation>();
        violations(library.doubts(), Rule.READABLE).stream()
                .map(Violation::asWarning)
                .forEach(violations::add);
        if (!library.problems().isEmpty()) {
            violations.addAll(violations(library.problems(), Rule.READABLE));
        } else if (!library.refusals().isEmpty()) {
            violations.addAll(violations(library.refusals(), Rule.ENGINE_TAKES));
        } else {
            violations.addAll(explored(library, new NamesExist(library, capabilities).violations(), true));
            if (violations.stream().noneMatch(Violation::isError)) {
                violations.addAll(Stranded.warnings(library));
            }
        }
        return sorted(violations);
    }

    /**
     * What is wrong with models that are deployed by themselves, beside those of the application. They need not be complete: who starts
     * them, or hears each message, is seen to elsewhere. Models that give no work to the application and hear none of its messages may
     * do as they like.
     */
    public List<Violation> checkBeside(ModelFiles models) {
        var library = models.library();
        var concern = new Concern(capabilities);
        if (library.processes().values().stream().noneMatch(concern::has)) {
            return List.of();
        }
        if (!library.problems().isEmpty() || !library.refusals().isEmpty()) {
            return check(models);
        }
        return sorted(explored(library, new NamesExist(library, capabilities).violationsOfPart(), false));
    }

    /** Where they are not all, somebody else may start a process that begins by being called, and bring what it reads. */
    private List<Violation> explored(Library library, List<Violation> names, boolean areAll) {
        var violations = new ArrayList<>(names);
        var namesExist = violations.isEmpty();
        var followable = violations.stream().noneMatch(violation -> violation.rule() == Rule.FOLLOWABLE);
        var whole = library.hasWhatItCalls();
        violations.addAll(violations(library.leftOver(), Rule.ENGINE_TAKES));
        violations.addAll(new DecisionsAnswer(library, capabilities).violations());
        violations.addAll(ValuesFit.everywhere(library));
        if (areAll) {
            violations.addAll(new ComparisonsCanHold(library, capabilities).violations());
        }
        violations.addAll(new FeelIsMeant(library, capabilities).violations());
        violations.addAll(new QueuesKnown(library).violations());
        var graphs = starts(library);
        if (areAll && graphs.stream().anyMatch(StateGraph::isAboutAnInquiry)) {
            violations.addAll(TasksSeen.violations(library));
        }
        violations.addAll(HandBackChosen.violations(library));
        var neverWritten = StateGraph.neverWritten(graphs);
        for (var graph : graphs) {
            var ways = new WaysLeadOn(graph).violations();
            violations.addAll(ways);
            if (whole) {
                violations.addAll(new GateBeforeAiText(graph).violations());
                violations.addAll(new NoAiAfterPerson(graph).violations());
            }
            violations.addAll(new NoWaitingForEver(graph).violations());
            violations.addAll(ValuesFit.onTheWaysOf(graph));
            if (graph.isAboutAnInquiry() && whole && followable && ways.isEmpty()) {
                violations.addAll(new PersonReachable(graph).violations());
            }
            if (namesExist && (areAll || graph.startMessage() != null)) {
                var never = neverWritten.getOrDefault(graph, List.of());
                violations.addAll(new VariablesWritten(graph, never).violations());
            }
        }
        return violations;
    }

    private static List<Violation> sorted(List<Violation> violations) {
        return saidOnce(violations).stream().sorted(ORDER).toList();
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

    private static List<Violation> violations(List<Problem> problems, Rule rule) {
        return problems.stream()
                .map(problem -> new Violation(
                        problem.file(),
                        problem.elementId() == null
                                ? Violation.Element.WHOLE_FILE
                                : new Violation.Element(problem.elementId(), problem.elementName()),
                        rule,
                        problem.message(),
                        problem.remedy()))
                .sorted(ORDER)
                .toList();
    }
}
