package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.EvaluateDecisionResponse;
import io.camunda.client.api.search.response.DecisionInstance;
import io.camunda.client.api.search.response.DecisionInstanceState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Row("decisions")
class DecisionsConformanceTest extends Conformance {

    private static final String EVALUATE =
            "apis-tools/orchestration-cluster-api-rest/specifications/evaluate-decision/";
    private static final String HIT = "components/modeler/dmn/decision-table-hit-policy/";
    private static final String GRAPH = "components/modeler/dmn/decision-requirements-graph/";
    private static final String INSTANCES =
            "apis-tools/orchestration-cluster-api-rest/specifications/get-decision-instance/";

    private EvaluateDecisionResponse evaluate(String decision, Map<String, Object> variables) {
        return client.newEvaluateDecisionCommand()
                .decisionId(id(decision))
                .variables(variables)
                .send()
                .join();
    }

    @Test
    @Doc(EVALUATE)
    void aDecisionTellsItsInputsAndTheRulesThatFitted() {
        var deployment = deploy(Map.of("size.dmn", file("size.dmn")));

        var answer = evaluate("size", Map.of("amount", 500));

        assertThat(answer.getDecisionOutput()).isEqualTo("\"large\"");
        assertThat(answer.getDecisionId()).isEqualTo(id("size"));
        assertThat(answer.getDecisionVersion()).isEqualTo(1);
        assertThat(answer.getDecisionKey())
                .isEqualTo(deployment.getDecisions().getFirst().getDecisionKey());
        assertThat(answer.getEvaluatedDecisions()).singleElement().satisfies(decision -> {
            assertThat(decision.getDecisionType()).isEqualTo("DECISION_TABLE");
            assertThat(decision.getEvaluatedInputs()).singleElement().satisfies(input -> {
                assertThat(input.getInputName()).isEqualTo("Amount");
                assertThat(input.getInputValue()).isEqualTo("500");
            });
            assertThat(decision.getMatchedRules()).singleElement().satisfies(rule -> {
                assertThat(rule.getRuleId()).isEqualTo("rule_large");
                assertThat(rule.getRuleIndex()).isEqualTo(2);
                assertThat(rule.getEvaluatedOutputs())
                        .singleElement()
                        .satisfies(output -> assertThat(output.getOutputValue()).isEqualTo("\"large\""));
            });
        });
    }

    @Test
    @Doc(EVALUATE)
    void aDecisionMayBeAskedByKey() {
        var first = deploy(Map.of("size.dmn", file("size.dmn"))).getDecisions().getFirst();
        deploy(Map.of("size.dmn", file("size.dmn").replace("\"small\"", "\"tiny\"")));

        var answer = client.newEvaluateDecisionCommand()
                .decisionKey(first.getDecisionKey())
                .variables(Map.of("amount", 1))
                .send()
                .join();

        assertThat(answer.getDecisionOutput()).isEqualTo("\"small\"");
        assertThat(evaluate("size", Map.of("amount", 1)).getDecisionOutput()).isEqualTo("\"tiny\"");
    }

    @Test
    @Doc(EVALUATE)
    void aDecisionThatIsNotThereCannotBeAsked() {
        problem(404, client.newEvaluateDecisionCommand().decisionId(id("nothing")));
        problem(404, client.newEvaluateDecisionCommand().decisionKey(1));
    }

    @Test
    @Doc(GRAPH)
    void decisionsThatAreNeededAreMadeFirst() {
        deploy(Map.of("discount.dmn", file("discount.dmn")));

        var answer = evaluate("discount", Map.of("orders", 11));

        assertThat(answer.getDecisionOutput()).isEqualTo("15");
        assertThat(answer.getEvaluatedDecisions())
                .extracting(decision -> decision.getDecisionId(), decision -> decision.getDecisionOutput())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(id("status"), "\"gold\""),
                        org.assertj.core.api.Assertions.tuple(id("discount"), "15"));
    }

    @Test
    @Doc(value = EVALUATE, silent = "a decision that fails: an answer that says which one and why")
    void aDecisionThatFailsSaysWhichOneAndWhy() {
        deploy(Map.of("broken.dmn", file("broken.dmn")));

        var answer = evaluate("broken", Map.of());

        assertThat(answer.getFailedDecisionId()).isEqualTo(id("broken"));
        assertThat(answer.getFailureMessage()).contains("assert");
    }

    @Test
    @Doc(HIT + "#unique")
    void withoutARuleThatFitsTheResultIsNull() {
        deploy(Map.of("size.dmn", file("size.dmn").replace("&gt;= 100", "&gt;= 1000")));

        var answer = evaluate("size", Map.of("amount", 500));

        assertThat(answer.getDecisionOutput()).isEqualTo("null");
        assertThat(answer.getEvaluatedDecisions().getFirst().getMatchedRules()).isEmpty();
    }

    private void deployBoth(String policy) {
        deploy(Map.of(
                "size.dmn",
                file("size.dmn").replace("hitPolicy=\"UNIQUE\"", policy).replace("&gt;= 100", "&gt;= 10")));
    }

    @Test
    @Doc(HIT + "#unique")
    void twoRulesThatFitAUniqueTableFail() {
        deployBoth("hitPolicy=\"UNIQUE\"");

        assertThat(evaluate("size", Map.of("amount", 50)).getFailureMessage()).contains("UNIQUE");
    }

    @Test
    @Doc(HIT + "#first")
    void theFirstRuleThatFitsDecides() {
        deployBoth("hitPolicy=\"FIRST\"");

        assertThat(evaluate("size", Map.of("amount", 50)).getDecisionOutput()).isEqualTo("\"small\"");
    }

    @Test
    @Doc(HIT + "#any")
    void rulesThatDifferFailATableOfAny() {
        deployBoth("hitPolicy=\"ANY\"");

        assertThat(evaluate("size", Map.of("amount", 500)).getDecisionOutput()).isEqualTo("\"large\"");
        assertThat(evaluate("size", Map.of("amount", 50)).getFailureMessage()).contains("ANY");
    }

    @Test
    @Doc(HIT + "#rule-order")
    void ruleOrderGivesAllResultsInTheOrderOfTheRules() {
        deployBoth("hitPolicy=\"RULE ORDER\"");

        assertThat(evaluate("size", Map.of("amount", 50)).getDecisionOutput()).isEqualTo("[\"small\",\"large\"]");
    }

    @Test
    @Doc(HIT + "#collect")
    void collectGivesAllResults() {
        deployBoth("hitPolicy=\"COLLECT\"");

        assertThat(evaluate("size", Map.of("amount", 50)).getDecisionOutput()).isEqualTo("[\"small\",\"large\"]");
    }

    @Test
    @Doc(HIT + "#aggregators-for-collect")
    void collectMayCount() {
        deployBoth("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"");

        assertThat(evaluate("size", Map.of("amount", 50)).getDecisionOutput()).isEqualTo("2");
    }

    @Test
    @Doc(INSTANCES)
    void everyDecisionOfAnInstanceIsRemembered() {
        deploy(Map.of("discount.dmn", file("discount.dmn")));
        deploy(process()
                .startEvent()
                .businessRuleTask(
                        "rule",
                        task -> task.zeebeCalledDecisionId(id("discount")).zeebeResultVariable("discount"))
                .endEvent()
                .done());
        var instance = run(Map.of("orders", 3));
        completed(instance);
        has(instance, "discount", 3);

        var found = remembered(instance, 2);

        assertThat(found)
                .extracting(DecisionInstance::getDecisionDefinitionId, DecisionInstance::getResult)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(id("status"), "\"none\""),
                        org.assertj.core.api.Assertions.tuple(id("discount"), "3"));
        assertThat(found)
                .allSatisfy(decision -> assertThat(decision.getState()).isEqualTo(DecisionInstanceState.EVALUATED));
        var details = client.newDecisionInstanceGetRequest(found.stream()
                        .filter(decision -> decision.getDecisionDefinitionId().equals(id("discount")))
                        .findFirst()
                        .orElseThrow()
                        .getDecisionInstanceId())
                .send()
                .join();
        assertThat(details.getEvaluatedInputs())
                .singleElement()
                .satisfies(input -> assertThat(input.getInputValue()).isEqualTo("\"none\""));
        assertThat(details.getMatchedRules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.getRuleId()).isEqualTo("rule_rest"));
        assertThat(details.getElementInstanceKey())
                .isEqualTo(elements(instance, "rule").getFirst().getElementInstanceKey());
    }

    @Test
    @Doc(INSTANCES)
    void aDecisionThatFailedIsRememberedToo() {
        deploy(Map.of("broken.dmn", file("broken.dmn")));
        deploy(process()
                .startEvent()
                .businessRuleTask(
                        "rule", task -> task.zeebeCalledDecisionId(id("broken")).zeebeResultVariable("result"))
                .endEvent()
                .done());
        var instance = run();

        assertThat(remembered(instance, 1)).singleElement().satisfies(decision -> {
            assertThat(decision.getState()).isEqualTo(DecisionInstanceState.FAILED);
            assertThat(decision.getEvaluationFailure()).contains("assert");
        });
    }

    private List<DecisionInstance> remembered(long instance, int count) {
        var found = new java.util.ArrayList<DecisionInstance>();
        awaited(() -> {
            found.clear();
            found.addAll(client.newDecisionInstanceSearchRequest()
                    .filter(filter -> filter.processInstanceKey(instance))
                    .send()
                    .join()
                    .items());
            assertThat(found).hasSize(count);
        });
        return found;
    }
}
