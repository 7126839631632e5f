package org.tandem.engine.core;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.feel.EngineFunctions;
import org.tandem.bpmn.feel.Expression;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Evaluates the expressions of the models, at the engine's time. */
final class Feel {

    /** The variables that an expression sees, looked up only when it asks. */
    interface Scope {

        /** The value of a variable; nothing if it does not exist. */
        @Nullable
        Known find(String name);

        Set<String> names();
    }

    /** Where there are no variables, as at deployment. */
    static final Scope NOWHERE = new Scope() {
        @Override
        public @Nullable Known find(String name) {
            return null;
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }
    };

    /** A variable that exists; its value may be null. */
    record Known(@Nullable Object value) {}

    private static final int LONGEST_NAME = 500;

    private final FeelEngineApi engine;
    private final LongSupplier clock;

    Feel(LongSupplier clock) {
        this.clock = clock;
        this.engine = FeelEngineBuilder.forJava()
                .withFunctionProvider(new EngineFunctions())
                .withClock(this::now)
                .build();
    }

    ZonedDateTime now() {
        return Instant.ofEpochMilli(clock.getAsLong()).atZone(ZoneId.systemDefault());
    }

    @Nullable
    Object evaluate(Expression expression, Scope scope) {
        if (expression.isPlainText()) {
            return expression.text();
        }
        var parsed = new ParsedExpression(expression.tree(), expression.text());
        var result = engine.evaluate(parsed, new Context(scope));
        if (!result.isSuccess()) {
            throw Failure.value(
                    "Failed to evaluate expression '%s': %s",
                    expression.text(), result.failure().message());
        }
        return Values.java(result.result());
    }

    String text(Expression expression, Scope scope) {
        var value = evaluate(expression, scope);
        if (value instanceof String text) {
            return name(text, expression);
        }
        throw unexpected(expression, value, "STRING");
    }

    /** Names and keys are searched by, so they may not be endless. */
    static String name(String text, Expression expression) {
        if (text.length() > LONGEST_NAME || text.indexOf('\0') >= 0) {
            throw Failure.value(
                    "Expected result of the expression '%s' to be at most %d characters without NUL, but it has %d.",
                    expression.text(), LONGEST_NAME, text.length());
        }
        return text;
    }

    boolean truth(Expression expression, Scope scope) {
        var value = evaluate(expression, scope);
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw unexpected(expression, value, "BOOLEAN");
    }

    int number(Expression expression, Scope scope) {
        var value = evaluate(expression, scope);
        if (value instanceof Number number) {
            return number.intValue();
        }
        try {
            return Integer.parseInt(String.valueOf(value).strip());
        } catch (NumberFormatException notANumber) {
            throw unexpected(expression, value, "NUMBER");
        }
    }

    List<?> list(Expression expression, Scope scope) {
        var value = evaluate(expression, scope);
        if (value instanceof List<?> items) {
            return items;
        }
        throw unexpected(expression, value, "ARRAY");
    }

    /** Names separated by commas, or an expression that gives a list of texts. */
    List<String> names(@Nullable Expression expression, Scope scope) {
        if (expression == null) {
            return List.of();
        }
        if (expression.isPlainText()) {
            return List.of(expression.text().strip().split("\\s*,\\s*"));
        }
        var items = list(expression, scope);
        if (!items.stream().allMatch(String.class::isInstance)) {
            throw Failure.value(
                    "Expected result of the expression '%s' to be 'ARRAY' containing 'STRING' items, but was '%s'.",
                    expression.text(), items);
        }
        return items.stream().map(String.class::cast).toList();
    }

    static Failure unexpected(Expression expression, @Nullable Object value, String wanted) {
        return Failure.value(
                "Expected result of the expression '%s' to be '%s', but was '%s'.",
                expression.text(), wanted, Values.kind(value));
    }

    private static final class Context extends CustomContext {
        private final Scope scope;

        Context(Scope scope) {
            this.scope = scope;
        }

        @Override
        public VariableProvider variableProvider() {
            return new VariableProvider() {
                @Override
                public Option<Object> getVariable(String name) {
                    var found = scope.find(name);
                    return found == null ? Option.empty() : new scala.Some<>(found.value());
                }

                @Override
                public scala.collection.Iterable<String> keys() {
                    return CollectionConverters.asScala((Iterable<String>) Objects.requireNonNull(scope.names()));
                }
            };
        }
    }
}
