package org.tandem.engine.core;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.dmn.Audit;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDecisionTable;
import org.camunda.dmn.parser.ParsedDmn;
import org.camunda.dmn.parser.ParsedLiteralExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.valuemapper.ValueMapper;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.state.DecisionInstance;
import org.tandem.engine.state.JsonValue;
import scala.jdk.javaapi.CollectionConverters;

/** Decision tables and expressions on dmn-scala, with its record of what they looked at. */
final class Dmn {

    /** By the text, whichever engine reads it: to read one takes as long as hundreds of evaluations. */
    private static final Cache<String, ParsedDmn> PARSED =
            Caffeine.newBuilder().maximumSize(200).build();

    private final Feel feel;
    private @Nullable DmnEngine engine;

    Dmn(Feel feel) {
        this.feel = feel;
    }

    /** Not before there is a decision: to build it takes as long as to start all the rest of an engine. */
    private DmnEngine engine() {
        var built = engine;
        if (built == null) {
            built = new DmnEngine.Builder().clock(feel::now).build();
            engine = built;
        }
        return built;
    }

    /** The decision asked for comes last. */
    record Evaluated(JsonValue result, @Nullable String failure, List<Step> steps) {}

    record Step(
            String decisionId,
            DecisionInstance.Type type,
            @Nullable String failure,
            JsonValue result,
            List<DecisionInstance.Input> inputs,
            List<DecisionInstance.Rule> rules) {

        Step failed(String why) {
            return new Step(decisionId, type, why, result, inputs, rules);
        }
    }

    /** Fails with the parser's words when the text is no DMN. */
    ParsedDmn parse(String xml) {
        return PARSED.get(xml, this::read);
    }

    private ParsedDmn read(String xml) {
        var result = engine().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        if (result.isLeft()) {
            throw new IllegalArgumentException(
                    String.valueOf(result.swap().toOption().get()));
        }
        return result.toOption().get();
    }

    Evaluated evaluate(String xml, String decision, Map<String, JsonValue> variables) {
        var values = new HashMap<String, @Nullable Object>();
        variables.forEach((name, value) -> values.put(name, value.java()));
        return evaluate(parse(xml), decision, values);
    }

    /** @param values as {@link JsonValue#java} gives them */
    Evaluated evaluate(ParsedDmn dmn, String decision, Map<String, @Nullable Object> values) {
        var result = engine().eval(dmn, decision, values);
        if (result.isLeft()) {
            var failure = result.swap().toOption().get();
            var why = failure.failure().message();
            var steps = new ArrayList<>(steps(failure.auditLog()));
            if (!steps.isEmpty()) {
                steps.add(steps.removeLast().failed(why));
            }
            return new Evaluated(
                    JsonValue.NULL, "Expected to evaluate decision '%s', but %s".formatted(decision, why), steps);
        }
        var evaluated = result.toOption().get();
        return new Evaluated(
                evaluated.isNil() ? JsonValue.NULL : Values.json(Values.java(evaluated.value())),
                null,
                steps(evaluated.auditLog()));
    }

    private static List<Step> steps(Audit.AuditLog log) {
        return CollectionConverters.asJava(log.entries()).stream()
                .map(Dmn::step)
                .toList();
    }

    private static Step step(Audit.AuditLogEntry entry) {
        var inputs = new ArrayList<DecisionInstance.Input>();
        var rules = new ArrayList<DecisionInstance.Rule>();
        if (entry.result() instanceof Audit.DecisionTableEvaluationResult table) {
            CollectionConverters.asJava(table.inputs())
                    .forEach(input -> inputs.add(new DecisionInstance.Input(
                            input.input().id(), input.input().name(), value(input.value()))));
            CollectionConverters.asJava(table.matchedRules())
                    .forEach(rule -> rules.add(
                            new DecisionInstance.Rule(rule.rule().id(), indexOf(entry, rule), outputs(rule))));
        }
        return new Step(entry.id(), type(entry), null, value(entry.result().result()), inputs, rules);
    }

    private static DecisionInstance.Type type(Audit.AuditLogEntry entry) {
        return switch (entry.decisionLogic()) {
            case ParsedDecisionTable table -> DecisionInstance.Type.DECISION_TABLE;
            case ParsedLiteralExpression literal -> DecisionInstance.Type.LITERAL_EXPRESSION;
            default -> DecisionInstance.Type.UNKNOWN;
        };
    }

    private static List<DecisionInstance.Output> outputs(Audit.EvaluatedRule rule) {
        return CollectionConverters.asJava(rule.outputs()).stream()
                .map(output -> new DecisionInstance.Output(
                        output.output().id(), output.output().name(), value(output.value())))
                .toList();
    }

    private static int indexOf(Audit.AuditLogEntry entry, Audit.EvaluatedRule rule) {
        return entry.decisionLogic() instanceof ParsedDecisionTable table
                ? CollectionConverters.asJava(table.rules().toList()).indexOf(rule.rule()) + 1
                : 1;
    }

    private static JsonValue value(Val value) {
        return Values.json(Values.java(ValueMapper.defaultValueMapper().unpackVal(value)));
    }
}
