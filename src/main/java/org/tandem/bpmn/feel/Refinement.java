package org.tandem.bpmn.feel;

import java.util.List;
import java.util.Optional;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What is learnt about the variables when a condition turned out true, or false. It learns only from equality with a known value
 * and from truth values, under and, or, not; from everything else it learns nothing.
 */
final class Refinement {

    private Refinement() {}

    static Optional<Scope> of(Exp tree, boolean truth, Scope scope) {
        if (Evaluation.of(tree, scope).equals(new Value.Known(!truth))) {
            return Optional.empty();
        }
        return switch (tree) {
            case Conjunction and -> truth ? both(and.x(), and.y(), true, scope) : Optional.of(scope);
            case Disjunction or -> truth ? Optional.of(scope) : both(or.x(), or.y(), false, scope);
            case Not not -> of(not.x(), !truth, scope);
            case FunctionInvocation call ->
                negated(call).map(inner -> of(inner, !truth, scope)).orElse(Optional.of(scope));
            case Equal equal -> equal(equal, truth, scope);
            case Ref ref -> learn(Expression.names(ref), Value.TRUE, truth, scope);
            default -> Optional.of(scope);
        };
    }

    private static Optional<Scope> both(Exp one, Exp other, boolean truth, Scope scope) {
        return of(one, truth, scope).flatMap(learnt -> of(other, truth, learnt));
    }

    private static Optional<Exp> negated(FunctionInvocation call) {
        return call.function().equals("not") && call.params() instanceof PositionalFunctionParameters parameters
                ? CollectionConverters.asJava(parameters.params()).stream().findFirst()
                : Optional.empty();
    }

    private static Optional<Scope> equal(Equal equal, boolean truth, Scope scope) {
        if (equal.x() instanceof Ref ref) {
            return learn(ref, equal.y(), truth, scope);
        }
        return equal.y() instanceof Ref ref ? learn(ref, equal.x(), truth, scope) : Optional.of(scope);
    }

    private static Optional<Scope> learn(Ref ref, Exp other, boolean truth, Scope scope) {
        return Evaluation.of(other, scope) instanceof Value.Known known
                ? learn(Expression.names(ref), known, truth, scope)
                : Optional.of(scope);
    }

    private static Optional<Scope> learn(List<String> path, Value.Known known, boolean truth, Scope scope) {
        var variable = path.getFirst();
        return Optional.of(scope.get(variable)
                .map(old -> scope.with(variable, learnt(old, path.subList(1, path.size()), known, truth)))
                .orElse(scope));
    }

    private static Value learnt(Value old, List<String> path, Value.Known known, boolean truth) {
        if (path.isEmpty()) {
            return old instanceof Value.Unknown unknown ? truth ? known : unknown.butNot(known) : old;
        }
        var field = old instanceof Value.Context context ? context.fields().get(path.getFirst()) : null;
        return old instanceof Value.Context context && field != null
                ? context.with(path.getFirst(), learnt(field, path.subList(1, path.size()), known, truth))
                : old;
    }
}
