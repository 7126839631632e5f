package org.tandem.policy.states;

import java.util.Map;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Decision;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.Value;
import org.tandem.policy.states.Findings.Need;

/** Calls decisions: they read variables and answer with values of which only the names are known. */
final class Deciding {

    private final Tokens tokens;

    Deciding(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The result variable of a business rule task. */
    Map<String, Value> answer(Place place, Behaviour.Decide task, Moment moment) {
        if (task.resultVariable().isEmpty()) {
            return Map.of();
        }
        var decision = task.decision() == null
                ? null
                : task.decision()
                        .constant()
                        .map(tokens.library().decisions()::get)
                        .orElse(null);
        if (decision == null) {
            return Map.of(task.resultVariable(), Value.ANYTHING);
        }
        tokens.library().withRequired(decision.id()).forEach(asked -> asks(place, asked, moment));
        return Map.of(task.resultVariable(), decision.answer());
    }

    private void asks(Place place, Decision decision, Moment moment) {
        for (var input : decision.inputs()) {
            var column = input.label().isBlank() ? "" : " (\"" + input.label() + "\")";
            reads(place, decision, input.expression(), moment, "decision " + decision.id() + column);
        }
        for (var cell : decision.cells()) {
            reads(place, decision, cell, moment, "a rule of decision " + decision.id());
        }
    }

    /** The results of the decisions it builds on are not variables of the process. */
    private void reads(Place place, Decision decision, Expression expression, Moment moment, String what) {
        expression.readingsIn(moment.seenFrom(place)).stream()
                .filter(reading -> !decision.requires().contains(reading.variable()))
                .forEach(reading -> tokens.findings().reads(moment, place, reading, Need.PASSED_ON, what));
    }
}
