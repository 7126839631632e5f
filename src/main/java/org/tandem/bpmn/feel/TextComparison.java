package org.tandem.bpmn.feel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.Not;
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
        visit(tree, found);
        return found;
    }

    private static void visit(Object part, Set<TextComparison> found) {
        switch (part) {
            case Equal equal -> {
                equal(equal.x(), equal.y(), found);
                equal(equal.y(), equal.x(), found);
            }
            case In in -> {
                if (in.x() instanceof Ref ref) {
                    tested(in.test(), text -> found.add(new TextComparison(Expression.names(ref), text)));
                }
            }
            case InputEqualTo test -> tested(test, text -> found.add(new TextComparison(List.of(), text)));
            case UnaryTestExpression test -> {
                tested(test.exp(), text -> found.add(new TextComparison(List.of(), text)));
                visit(test.exp(), found);
            }
            case scala.collection.Iterable<?> many ->
                CollectionConverters.asJava(many).forEach(one -> visit(one, found));
            case Product product ->
                CollectionConverters.asJava(product.productIterator()).forEachRemaining(child -> visit(child, found));
            default -> {}
        }
    }

    private static void equal(Exp one, Exp other, Set<TextComparison> found) {
        if (one instanceof Ref ref && other instanceof ConstString text) {
            found.add(new TextComparison(Expression.names(ref), text.value()));
        }
    }

    private static void tested(Exp test, Consumer<String> text) {
        switch (test) {
            case ConstString constant -> text.accept(constant.value());
            case InputEqualTo equal -> tested(equal.x(), text);
            case UnaryTestExpression unary -> tested(unary.exp(), text);
            case Disjunction or -> {
                tested(or.x(), text);
                tested(or.y(), text);
            }
            case Not not -> tested(not.x(), text);
            case ConstList list -> CollectionConverters.asJava(list.items()).forEach(item -> tested(item, text));
            default -> {}
        }
    }
}
