package org.tandem.bpmn.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            solved                                              | solved
            gate.route = "AI_ANSWER"                            | gate.route
            now() + duration(serviceLevels.firstResponse)       | serviceLevels.firstResponse
            string length(reply) > 3                            | reply
            for line in lines return line + suffix              | lines, suffix
            some line in lines satisfies line = wanted          | lines, wanted
            messages[item.author = "AI"]                        | messages
            {a: first, b: a + second}                           | first, second
            function(x) x + y                                   | y
            if risk < limit then low else high                  | risk, limit, low, high
            [routing.queue]                                     | routing.queue
            """)
    void readsTheVariablesAndNotTheNamesItBinds(String feel, String variables) {
        var readings = Expression.feel(feel).readingsIn(Scope.ANYTHING);

        assertThat(readings.stream().map(Reading::toString)).containsExactlyInAnyOrder(variables.split(", "));
        assertThat(readings).noneMatch(Reading::mayBeAbsent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gate = null", "is defined(gate)", "get or else(gate, 1)", "null != gate"})
    void whatItAsksForMayBeAbsent(String feel) {
        assertThat(Expression.feel(feel).readingsIn(Scope.ANYTHING))
                .containsExactly(new Reading(java.util.List.of("gate"), true));
    }

    @Test
    void aBranchThatTheScopeRulesOutIsNotRead() {
        var expression = Expression.feel("if reason = \"GATE\" then gate.route else null");

        assertThat(read(expression, scope(Map.of("reason", new Value.Known("ASKED")))))
                .containsExactly("reason");
        assertThat(read(expression, scope(Map.of("reason", new Value.Known("GATE")))))
                .contains("gate.route");
        assertThat(read(Expression.feel("gate != null and gate.route = 1"), scope(Map.of())))
                .containsExactly("gate");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            cameBack = true                                       | true
            not(cameBack)                                         | false
            outcome = "SOLVED_BY_AI"                              | false
            outcome != "SOLVED_BY_AI"                             | true
            cameBack and anything                                 | unknown
            anything and not(cameBack)                            | false
            anything or cameBack                                  | true
            notTrue = true                                        | false
            notTrue = false                                       | unknown
            gate.route = "PERSON"                                 | true
            absent = null                                         | true
            is defined(absent)                                    | false
            get or else(absent, true)                             | true
            if cameBack then outcome = "PRESUMED" else anything   | true
            string length(outcome) > 3                            | unknown
            """)
    void knowsTheValueOnlyWhereItIsCertain(String feel, String value) {
        var scope = scope(Map.of(
                "cameBack", Value.TRUE,
                "outcome", new Value.Known("PRESUMED"),
                "anything", Value.ANYTHING,
                "notTrue", new Value.Unknown(Set.of(Value.TRUE)),
                "gate", new Value.Context(Map.of("route", new Value.Known("PERSON")), "confidence-gate")));

        var expected = value.equals("unknown") ? Value.ANYTHING : new Value.Known(Boolean.valueOf(value));
        assertThat(Expression.feel(feel).valueIn(scope)).isEqualTo(expected);
    }

    @Test
    void aConditionThatHeldTeachesWhatItSaid() {
        var gate = Value.Context.of(Set.of("route", "reason"), "confidence-gate");
        var scope = scope(Map.of("gate", gate, "distress", Value.ANYTHING));

        var learnt = Expression.feel("gate.route = \"AI_ANSWER\" and not(distress)")
                .assume(true, scope)
                .orElseThrow();

        assertThat(learnt.get("gate")).contains(gate.with("route", new Value.Known("AI_ANSWER")));
        assertThat(learnt.get("distress")).contains(new Value.Unknown(Set.of(Value.TRUE)));
    }

    @Test
    void anAlternativeTeachesNothing() {
        var gate = Value.Context.of(Set.of("route"), "confidence-gate");
        var scope = scope(Map.of("gate", gate, "risk", Value.ANYTHING));

        var learnt = Expression.feel("gate.route = \"AI_ANSWER\" or risk < 0.1")
                .assume(true, scope)
                .orElseThrow();

        assertThat(learnt.get("gate")).contains(gate);
    }

    @Test
    void aConditionThatCannotHoldRulesItsFlowOut() {
        var scope = scope(Map.of("solved", Value.FALSE));

        assertThat(Expression.feel("solved = true").assume(true, scope)).isEmpty();
        assertThat(Expression.feel("solved = true").assume(false, scope)).isPresent();
    }

    @Test
    void textWithoutAnEqualsSignIsPlain() {
        assertThat(Expression.attribute("care").constant()).contains("care");
        assertThat(Expression.attribute("=\"care\"").constant()).contains("care");
        assertThat(Expression.attribute("=queue").constant()).isEmpty();
        assertThat(Expression.attribute("=queue").variable()).contains("queue");
    }

    @Test
    void saysWhereItStopsToBeFeel() {
        assertThatThrownBy(() -> Expression.feel("gate.route == \"AI\""))
                .hasMessage("gate.route == \"AI\" is not FEEL, from character 12 on: == \"AI\"");
    }

    private static Set<String> read(Expression expression, Scope scope) {
        return expression.readingsIn(scope).stream().map(Reading::toString).collect(Collectors.toSet());
    }

    private static Scope scope(Map<String, Value> values) {
        return new Scope() {
            @Override
            public Optional<Value> get(String variable) {
                return Optional.ofNullable(values.get(variable));
            }

            @Override
            public Scope with(String variable, Value value) {
                var more = new HashMap<>(values);
                more.put(variable, value);
                return scope(more);
            }
        };
    }
}
