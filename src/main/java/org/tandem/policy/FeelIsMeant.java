package org.tandem.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Decision;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.Part;
import org.tandem.bpmn.feel.Demand;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.Functions;
import org.tandem.bpmn.feel.Reading;
import org.tandem.bpmn.feel.Scope;
import org.tandem.policy.states.Capabilities;

/**
 * Where FEEL does something else than what its author means, without a word: a function that does not exist gives null, and an
 * expression without its equals sign is a text.
 */
final class FeelIsMeant {

    private static final Set<Demand> PEOPLE = Set.of(Demand.TEXT, Demand.TEXTS);
    private static final Set<String> WORDS_OF_FEEL = Set.of("true", "false", "null");

    private final Library library;
    private final Set<String> variables = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    FeelIsMeant(Library library, Capabilities capabilities) {
        this.library = library;
        capabilities
                .workers()
                .values()
                .forEach(worker -> Stream.of(worker.reads(), worker.writes())
                        .flatMap(Set::stream)
                        .map(name -> name.replaceFirst("\\..*", ""))
                        .forEach(variables::add));
        capabilities.messages().values().forEach(message -> variables.addAll(message.variables()));
        library.processes().values().stream()
                .flatMap(process -> process.nodes().values().stream())
                .forEach(this::variablesOf);
    }

    private void variablesOf(Node node) {
        Part.of(node)
                .filter(part -> !part.expression().isPlainText())
                .flatMap(part -> part.expression().readingsIn(Scope.ANYTHING).stream())
                .map(Reading::variable)
                .forEach(variables::add);
        if (node.behaviour() instanceof Behaviour.Decide task) {
            variables.add(task.resultVariable());
        }
    }

    List<Violation> violations() {
        for (var process : library.processes().values()) {
            for (var node : process.nodes().values()) {
                Part.of(node).forEach(part -> {
                    calls(
                            new Violation.Element(node.id(), node.name()),
                            process.file(),
                            part.what(),
                            part.expression());
                    equalsSign(process.file(), node, part);
                    blanks(process.file(), node, part);
                });
            }
        }
        library.decisions().values().forEach(this::calls);
        return violations;
    }

    private void calls(Decision decision) {
        var element = new Violation.Element(decision.id(), decision.name());
        decision.expressions().forEach(cell -> calls(element, decision.file(), "the expression " + cell.text(), cell));
    }

    private void calls(Violation.Element element, String file, String what, Expression expression) {
        for (var wrong : expression.wrongCalls()) {
            if (library.functions().contains(wrong.function())) {
                continue;
            }
            violations.add(
                    wrong.signatures().isEmpty()
                            ? new Violation(
                                    file,
                                    element,
                                    Rule.VALUES_FIT,
                                    "%s calls %s(), a function that FEEL does not have, and so gives null"
                                            .formatted(what, wrong.function()),
                                    "Call another function%s"
                                            .formatted(Similar.to(wrong.function(), Functions.names())))
                            : new Violation(
                                    file,
                                    element,
                                    Rule.VALUES_FIT,
                                    "%s calls %s() with too few or too many values, and so gives null"
                                            .formatted(what, wrong.function()),
                                    "Call it as " + String.join(" or ", wrong.signatures())));
        }
    }

    /** A group with a blank behind its name is another group, in which nobody is. */
    private void blanks(String file, Node node, Part part) {
        part.demand()
                .filter(PEOPLE::contains)
                .ifPresent(people -> part.expression().constants().all().stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(name -> !name.equals(name.strip()))
                        .forEach(name -> violations.add(Violation.at(
                                file,
                                node,
                                Rule.VALUES_FIT,
                                "has \"%s\", with a blank around it, in %s".formatted(name, part.what()),
                                "Write \"%s\"".formatted(name.strip())))));
    }

    private void equalsSign(String file, Node node, Part part) {
        var text = part.expression().text();
        if (part.expression().isPlainText() && looksLikeFeel(text)) {
            violations.add(Violation.at(
                    file,
                    node,
                    Rule.VALUES_FIT,
                    "has the plain text %s for %s, not the value of it".formatted(text, part.what()),
                    "Write =%s, with an equals sign".formatted(text)));
        }
    }

    private boolean looksLikeFeel(String text) {
        var path = text.replaceAll("^\\[\\s*|\\s*]$", "");
        return WORDS_OF_FEEL.contains(path)
                || path.matches("[\\p{L}_][\\w.]*") && variables.contains(path.replaceFirst("\\..*", ""))
                || text.matches("(?s)\\s*if\\s.*\\sthen\\s.*\\selse\\s.*");
    }
}
