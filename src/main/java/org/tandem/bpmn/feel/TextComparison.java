package org.tandem.bpmn.feel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.feel.syntaxtree.ConstInputValue$;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A variable, or a field of one, that is held against a text.
 *
 * @param path the variable and its fields; empty for the input of a decision table
 */
public record TextComparison(List<String> path, String text) {

    public TextComparison {
        path = List.copyOf(path);
    }

    /** Those that an expression makes; of an input cell, those with its input. */
    static Set<TextComparison> in(Exp tree) {
        var found = new LinkedHashSet<TextComparison>();
        visit(tree, Optional.of(List.of()), found);
        return found;
    }

    /** @param input what {@code ?} stands for, where that is a variable */
    private static void visit(Object part, Optional<List<String>> input, Set<TextComparison> found) {
        switch (part) {
            case Equal equal -> {
                held(path(equal.x(), input), equal.y(), found);
                held(path(equal.y(), input), equal.x(), found);
            }
            case In in -> visit(in.test(), path(in.x(), input), found);
            case InputEqualTo test -> held(input, test.x(), found);
            case UnaryTestExpression test -> {
                held(input, test.exp(), found);
                visit(test.exp(), input, found);
            }
            case FunctionInvocation call -> {
                listed(call, input, found);
                visit(call.params(), input, found);
            }
            case scala.collection.Iterable<?> many ->
                CollectionConverters.asJava(many).forEach(one -> visit(one, input, found));
            case Product product ->
                CollectionConverters.asJava(product.productIterator())
                        .forEachRemaining(child -> visit(child, input, found));
            default -> {}
        }
    }

    private static Optional<List<String>> path(Exp operand, Optional<List<String>> input) {
        return switch (operand) {
            case Ref ref -> Optional.of(Expression.names(ref));
            default -> operand.equals(ConstInputValue$.MODULE$) ? input : Optional.empty();
        };
    }

    private static void listed(FunctionInvocation call, Optional<List<String>> input, Set<TextComparison> found) {
        if (call.function().equals("list contains")
                && call.params() instanceof PositionalFunctionParameters both
                && both.params().size() == 2) {
            held(path(both.params().apply(1), input), both.params().head(), found);
        }
    }

    private static void held(Optional<List<String>> path, Exp against, Set<TextComparison> found) {
        path.ifPresent(some -> texts(against).forEach(text -> found.add(new TextComparison(some, text))));
    }

    private static Stream<String> texts(Exp test) {
        return switch (test) {
            case ConstString constant -> Stream.of(constant.value());
            case Disjunction or -> Stream.concat(texts(or.x()), texts(or.y()));
            case Not not -> texts(not.x());
            case ConstList list ->
                CollectionConverters.asJava(list.items()).stream().flatMap(TextComparison::texts);
            default -> Stream.of();
        };
    }
}
