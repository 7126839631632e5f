package org.tandem.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.tandem.engine.Engine;
import org.tandem.engine.core.Core;
import org.tandem.engine.core.Decisions.Evaluation;
import org.tandem.engine.rest.http.Answer;
import org.tandem.engine.rest.http.Call;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Problem;
import org.tandem.engine.rest.http.Route;
import org.tandem.engine.state.DecisionInstance;
import org.tandem.engine.state.Definition;

/** Decisions that a client asks for. */
final class DecisionRoutes {

    private final Commands commands;

    DecisionRoutes(Engine engine) {
        this.commands = new Commands(engine);
    }

    List<Route> routes() {
        return List.of(Route.of("POST", "/v2/decision-definitions/evaluation", this::evaluate));
    }

    private CompletableFuture<Answer> evaluate(Call call) {
        var body = call.body();
        var key = body.optionalKey("decisionDefinitionKey");
        var id = body.optionalText("decisionDefinitionId");
        if (key == null && (id == null || id.isEmpty())) {
            throw body.missing("decisionDefinitionId", "a text, unless 'decisionDefinitionKey' is there");
        }
        if (key != null && id != null && !id.isEmpty()) {
            throw Problem.invalid("Only one of 'decisionDefinitionId' and 'decisionDefinitionKey' can be given.");
        }
        var variables = body.variables();
        Bodies.checkTenant(body);
        body.end();
        return commands.ask(core -> {
            var decision = key != null
                    ? core.decisions().decision(key)
                    : core.decisions().decision(String.valueOf(id));
            return answer(core, decision, core.decisions().evaluate(decision, variables));
        });
    }

    private static ObjectNode answer(Core core, Definition decision, Evaluation evaluation) {
        var answer = Json.object()
                .put("decisionEvaluationKey", Long.toString(evaluation.key()))
                .put("decisionInstanceKey", Long.toString(evaluation.key()))
                .put("decisionDefinitionId", decision.id())
                .put("decisionDefinitionName", decision.name())
                .put("decisionDefinitionVersion", decision.version())
                .put("decisionDefinitionKey", Long.toString(decision.key()))
                .put(
                        "decisionRequirementsId",
                        core.state()
                                .get(Definition.class, decision.requirements())
                                .id())
                .put("decisionRequirementsKey", Long.toString(decision.requirements()))
                .put("output", evaluation.result().text())
                .put("failureMessage", evaluation.failure())
                .put("tenantId", Bodies.TENANT);
        var made = answer.putArray("evaluatedDecisions");
        for (var one : evaluation.decisions()) {
            var definition = core.state().get(Definition.class, one.definition());
            if (one.failure() != null) {
                answer.put("failedDecisionDefinitionId", definition.id());
            }
            made.add(decision(definition, one));
        }
        return answer;
    }

    private static ObjectNode decision(Definition definition, DecisionInstance one) {
        var item = Json.object()
                .put("decisionDefinitionId", definition.id())
                .put("decisionDefinitionName", definition.name())
                .put("decisionDefinitionVersion", definition.version())
                .put("decisionDefinitionKey", Long.toString(definition.key()))
                .put("decisionDefinitionType", one.type().name())
                .put("decisionEvaluationInstanceKey", one.evaluation() + "-" + one.index())
                .put("output", one.result().text())
                .put("tenantId", Bodies.TENANT);
        var inputs = item.putArray("evaluatedInputs");
        one.inputs()
                .forEach(input -> inputs.addObject()
                        .put("inputId", input.id())
                        .put("inputName", input.name())
                        .put("inputValue", input.value().text()));
        var rules = item.putArray("matchedRules");
        one.rules().forEach(rule -> {
            var outputs = rules.addObject()
                    .put("ruleId", rule.id())
                    .put("ruleIndex", rule.index())
                    .putArray("evaluatedOutputs");
            rule.outputs()
                    .forEach(output -> outputs.addObject()
                            .put("outputId", output.id())
                            .put("outputName", output.name())
                            .put("outputValue", output.value().text()));
        });
        return item;
    }
}
