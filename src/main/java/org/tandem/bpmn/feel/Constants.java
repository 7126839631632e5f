package org.tandem.bpmn.feel;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstRange;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The values that stand in an expression.
 *
 * @param all texts, numbers, truth values, dates and durations
 * @param starts those at which a range begins
 * @param ends those at which a range ends
 */
public record Constants(Set<Object> all, Set<Object> starts, Set<Object> ends) {

    private static final Set<String> WRITTEN_AS_CALLS =
            Set.of("date", "time", "date and time", "duration", "years and months duration");

    static Constants of(Exp tree) {
        var constants = new Constants(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        constants.visit(tree);
        return constants;
    }

    private void visit(Object part) {
        switch (part) {
            case ConstNull$ nothing -> {}
            case ConstRange range -> {
                add(range.start().value(), starts);
                add(range.end().value(), ends);
            }
            case FunctionInvocation call -> call(call);
            case ArithmeticNegation negative -> add(negative, all);
            case ConstList list -> children(list);
            case ConstContext context -> children(context);
            case scala.collection.Iterable<?> many ->
                CollectionConverters.asJava(many).forEach(this::visit);
            case Exp tree -> other(tree);
            case Product product -> children(product);
            default -> {}
        }
    }

    /** A date or a duration is written as a call; the text in it is no value of its own. */
    private void call(FunctionInvocation call) {
        if (WRITTEN_AS_CALLS.contains(call.function())
                && Readings.of(call, Scope.ANYTHING).isEmpty()) {
            add(call, all);
        } else {
            children((Product) call);
        }
    }

    private void other(Exp tree) {
        if (tree.getClass().getSimpleName().startsWith("Const")) {
            add(tree, all);
        } else if (tree instanceof Product product) {
            children(product);
        }
    }

    private void children(Product tree) {
        CollectionConverters.asJava(tree.productIterator()).forEachRemaining(this::visit);
    }

    private void add(Exp tree, Set<Object> to) {
        var value = new Expression("", tree, false).resultWith(Map.of());
        if (value != null) {
            to.add(value);
            all.add(value);
        }
    }
}
