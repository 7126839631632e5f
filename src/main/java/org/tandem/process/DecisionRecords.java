package org.tandem.process;

import static org.tandem.process.HistoryRecords.blankAsNull;
import static org.tandem.process.HistoryRecords.key;
import static org.tandem.process.HistoryRecords.named;

import io.camunda.client.api.response.EvaluatedDecisionInput;
import io.camunda.client.api.response.MatchedDecisionRule;
import io.camunda.client.api.search.response.DecisionDefinitionType;
import io.camunda.client.api.search.response.DecisionInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.audit.Trail;

/** Decisions as the engine tells them, in the words of the audit. */
final class DecisionRecords {

    private DecisionRecords() {}

    static Trail.Evaluation evaluation(DecisionInstance decision) {
        return new Trail.Evaluation(
                decision.getDecisionInstanceId(),
                decision.getDecisionDefinitionId(),
                named(decision.getDecisionDefinitionName(), decision.getDecisionDefinitionId()),
                decision.getDecisionDefinitionVersion(),
                decision.getDecisionDefinitionKey(),
                decision.getDecisionDefinitionType() == DecisionDefinitionType.DECISION_TABLE,
                key(decision.getElementInstanceKey()),
                decision.getEvaluationDate().toInstant(),
                blankAsNull(decision.getEvaluationFailure()),
                decision.getResult() == null ? "null" : decision.getResult(),
                inputs(decision.getEvaluatedInputs()),
                rules(decision.getMatchedRules()));
    }

    private static List<Trail.Fact> inputs(@Nullable List<EvaluatedDecisionInput> inputs) {
        return inputs == null
                ? List.of()
                : inputs.stream()
                        .map(input ->
                                new Trail.Fact(named(input.getInputName(), input.getInputId()), input.getInputValue()))
                        .toList();
    }

    private static List<Trail.Rule> rules(@Nullable List<MatchedDecisionRule> rules) {
        return rules == null
                ? List.of()
                : rules.stream()
                        .map(rule -> new Trail.Rule(
                                rule.getRuleId(),
                                rule.getRuleIndex(),
                                rule.getEvaluatedOutputs().stream()
                                        .map(output -> new Trail.Fact(
                                                named(output.getOutputName(), output.getOutputId()),
                                                output.getOutputValue()))
                                        .toList()))
                        .toList();
    }
}
