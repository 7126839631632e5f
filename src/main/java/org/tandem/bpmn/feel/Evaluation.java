package org.tandem.bpmn.feel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import scala.jdk.javaapi.CollectionConverters;

/** Values of expressions as far as they are certain; everything it does not understand can be anything, so it never claims too much. */
final class Evaluation {

    private Evaluation() {}

    static Value of(Exp tree, Scope scope) {
        return switch (tree) {
            case ConstString text -> new Value.Known(text.value());
            case ConstBool truth -> new Value.Known(truth.value());
            case ConstNumber number ->
                new Value.Known(number.value().bigDecimal().stripTrailingZeros());
            case ConstNull$ nothing -> Value.NULL;
            case Ref ref -> at(Expression.names(ref), scope);
            case PathExpression path -> field(of(path.path(), scope), path.key());
            case Equal equal -> Value.equal(of(equal.x(), scope), of(equal.y(), scope));
            case Not not -> not(of(not.x(), scope));
            case Conjunction and -> and(of(and.x(), scope), of(and.y(), scope));
            case Disjunction or -> not(and(not(of(or.x(), scope)), not(of(or.y(), scope))));
            case If choice -> choose(choice, scope);
            case ConstContext context -> context(context, scope);
            case FunctionInvocation call -> call(call, scope);
            default -> Value.ANYTHING;
        };
    }

    private static Value at(List<String> path, Scope scope) {
        var value = scope.get(path.getFirst()).orElse(Value.NULL);
        for (var key : path.subList(1, path.size())) {
            value = field(value, key);
        }
        return value;
    }

    private static Value field(Value of, String key) {
        if (of instanceof Value.Context context) {
            return context.fields().getOrDefault(key, Value.NULL);
        }
        return of.equals(Value.NULL) ? Value.NULL : Value.ANYTHING;
    }

    private static Value not(Value value) {
        if (value.equals(Value.TRUE)) {
            return Value.FALSE;
        }
        return value.equals(Value.FALSE) ? Value.TRUE : Value.ANYTHING;
    }

    private static Value and(Value one, Value other) {
        if (one.equals(Value.FALSE) || other.equals(Value.FALSE)) {
            return Value.FALSE;
        }
        return one.equals(Value.TRUE) && other.equals(Value.TRUE) ? Value.TRUE : Value.ANYTHING;
    }

    private static Value choose(If choice, Scope scope) {
        var yes = of(choice.statement(), scope);
        var no = of(choice.elseStatement(), scope);
        return switch (of(choice.condition(), scope)) {
            case Value.Known known -> known.equals(Value.TRUE) ? yes : no;
            default -> yes.equals(no) ? yes : Value.ANYTHING;
        };
    }

    private static Value context(ConstContext context, Scope scope) {
        Map<String, Value> fields = new LinkedHashMap<>();
        var inside = scope;
        for (var entry : CollectionConverters.asJava(context.entries())) {
            var value = of(entry._2(), inside);
            fields.put(entry._1(), value);
            inside = shadowing(inside, entry._1(), value);
        }
        return new Value.Context(fields, null);
    }

    private static Scope shadowing(Scope scope, String name, Value value) {
        return new Scope() {
            @Override
            public Optional<Value> get(String variable) {
                return variable.equals(name) ? Optional.of(value) : scope.get(variable);
            }

            @Override
            public Scope with(String variable, Value better) {
                return scope.with(variable, better);
            }
        };
    }

    private static Value call(FunctionInvocation call, Scope scope) {
        if (!(call.params() instanceof PositionalFunctionParameters parameters)) {
            return Value.ANYTHING;
        }
        var arguments = CollectionConverters.asJava(parameters.params());
        return switch (call.function()) {
            case "not" -> arguments.size() == 1 ? not(of(arguments.getFirst(), scope)) : Value.ANYTHING;
            case "is defined" ->
                arguments.size() == 1
                                && arguments.getFirst() instanceof Ref ref
                                && Expression.names(ref).size() == 1
                        ? new Value.Known(
                                scope.get(Expression.names(ref).getFirst()).isPresent())
                        : Value.ANYTHING;
            case "get or else" -> getOrElse(of(arguments.getFirst(), scope), of(arguments.getLast(), scope));
            default -> Value.ANYTHING;
        };
    }

    private static Value getOrElse(Value value, Value other) {
        if (value instanceof Value.Unknown) {
            return Value.ANYTHING;
        }
        return value.equals(Value.NULL) ? other : value;
    }
}
