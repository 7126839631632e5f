package org.tandem.bpmn.feel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.Ref;

/**
 * An attribute of a model: text as it stands, or a FEEL expression when it begins with {@code =}.
 *
 * @param text the plain text, or the expression without its {@code =}
 */
public record Expression(String text, Exp tree, boolean isPlainText) {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
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

    /** The value, as far as it is certain before the process runs. */
    public Value valueIn(Scope scope) {
        return Evaluation.of(tree, scope);
    }

    /** The scope in which this expression is known to be true (or false), or nothing if it cannot be. */
    public Optional<Scope> assume(boolean truth, Scope scope) {
        return Refinement.of(tree, truth, scope);
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
        return List.copyOf(scala.jdk.javaapi.CollectionConverters.asJava(ref.names()));
    }
}
