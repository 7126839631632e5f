package org.tandem.bpmn.feel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * An attribute of a model: text as it stands, or a FEEL expression when it begins with {@code =}.
 *
 * @param text the plain text, or the expression without its {@code =}
 */
public record Expression(String text, Exp tree, boolean isPlainText) {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava()
            .withFunctionProvider(new EngineFunctions())
            .build();
    private static final Pattern WHERE =
            Pattern.compile(":\\d+:(?<column>\\d+), found \"(?<found>.*)\"$", Pattern.DOTALL);

    /** Reads an attribute as the engine does: an expression begins with {@code =}, everything else is plain text. */
    public static Expression attribute(String text) {
        return text.startsWith("=") ? feel(text.substring(1)) : new Expression(text, new ConstString(text), true);
    }

    /** Reads FEEL without a leading {@code =}, as decision tables have it. */
    public static Expression feel(String text) {
        return new Expression(text.strip(), tree(text.strip(), FEEL::parseExpression), false);
    }

    /** Reads FEEL as forms have it. */
    public static Expression form(String text) {
        return new Expression(text.strip(), tree(FormFeel.parenthesized(text.strip()), FEEL::parseExpression), false);
    }

    /** Reads an input cell of a decision table. */
    public static Expression unaryTests(String text) {
        return new Expression(text.strip(), tree(text.strip(), FEEL::parseUnaryTests), false);
    }

    private static Exp tree(String text, Function<String, ParseResult> parser) {
        ParseResult result;
        try {
            result = parser.apply(text);
        } catch (StackOverflowError tooDeep) {
            throw new FeelSyntaxException("with %,d characters is nested too deeply".formatted(text.length()));
        }
        if (result.isSuccess()) {
            return result.parsedExpression().expression();
        }
        var where = WHERE.matcher(result.failure().message());
        throw new FeelSyntaxException(
                where.find()
                        ? "%s is not FEEL, from character %s on: %s"
                                .formatted(
                                        text,
                                        where.group("column"),
                                        where.group("found").replace("\\\"", "\""))
                        : "%s is not FEEL".formatted(text));
    }

    /** What it reads, leaving out what the scope rules out. */
    public Set<Reading> readingsIn(Scope scope) {
        return Readings.of(tree, scope);
    }

    /** The constants that it tells apart from others. */
    public Set<Value.Known> comparedWith() {
        return Comparisons.in(tree);
    }

    /** The variables that it tells apart from something. */
    public Set<String> comparedVariables() {
        return Comparisons.variablesIn(tree);
    }

    /** The texts that it holds variables against; in an input cell of a decision table also its input. */
    public Set<TextComparison> textComparisons() {
        return TextComparison.in(tree);
    }

    /** All texts that it can come to, besides those of the variable that is known already; nothing, if there may be others. */
    public Optional<Set<String>> textResults(List<String> known) {
        return TextResults.of(tree, known);
    }

    /** The value, as far as it is certain before the process runs. */
    public Value valueIn(Scope scope) {
        return Evaluation.of(tree, scope);
    }

    /** The scope in which this expression is known to be true (or false), or nothing if it cannot be. */
    public Optional<Scope> assume(boolean truth, Scope scope) {
        return Refinement.of(tree, truth, scope);
    }

    /** A value that it can have and that does not do, as far as that is certain before the process runs. */
    public Optional<Unfit> unfit(Demand demand, Scope scope) {
        if (isPlainText) {
            return demand.acceptsPlain(text) ? Optional.empty() : Optional.of(new Unfit(Map.of(), text, true));
        }
        return new Alternatives(this, scope).unfit(demand);
    }

    /** What it comes to with these variables; null where FEEL cannot tell. */
    public @Nullable Object resultWith(Map<String, @Nullable Object> variables) {
        var result = FEEL.evaluate(new ParsedExpression(tree, text), variables);
        return result.isSuccess() ? JavaValues.of(result.result()) : null;
    }

    /** Whether it calculates with values that do not go together, such as a date and a text, which FEEL only answers with null. */
    boolean miscalculatesWith(Map<String, @Nullable Object> variables) {
        return CollectionConverters.asJava(FEEL.evaluate(new ParsedExpression(tree, text), variables)
                        .suppressedFailures())
                .stream()
                .anyMatch(failure -> failure.failureType().toString().equals("INVALID_TYPE")
                        && !failure.failureMessage().contains("'null'"));
    }

    /** The values that stand in it. */
    public Constants constants() {
        return Constants.of(tree);
    }

    /** The paths that it reads as they are: not in a call, a filter or a loop, where lists are dealt with. */
    public Set<String> readsPlainly() {
        return PlainReads.in(tree);
    }

    /** Calls of functions that FEEL does not have, or not with so many values: what is wrong with each. */
    public Set<Functions.Wrong> wrongCalls() {
        return Functions.wrongIn(tree);
    }

    /** Whether an input cell of a decision table holds for a value. */
    public boolean holdsFor(@Nullable Object input) {
        var result = FEEL.evaluateWithInput(new ParsedExpression(tree, text), input, Map.of());
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    /** The plain text, or nothing if only the running process can tell it. */
    public Optional<String> constant() {
        return readingsIn(Scope.ANYTHING).isEmpty()
                        && valueIn(Scope.ANYTHING) instanceof Value.Known known
                        && known.constant() instanceof String constant
                ? Optional.of(constant)
                : Optional.empty();
    }

    /** The variable that this expression is, and nothing else. */
    public Optional<String> variable() {
        return tree instanceof Ref ref && names(ref).size() == 1
                ? Optional.of(names(ref).getFirst())
                : Optional.empty();
    }

    /** The variable that this expression is, or of which it is a field. */
    public Optional<String> variableOrOwner() {
        Object at = tree;
        while (at instanceof PathExpression path) {
            at = path.path();
        }
        return at instanceof Ref ref ? Optional.of(names(ref).getFirst()) : Optional.empty();
    }

    static List<String> names(Ref ref) {
        return List.copyOf(CollectionConverters.asJava(ref.names()));
    }
}
