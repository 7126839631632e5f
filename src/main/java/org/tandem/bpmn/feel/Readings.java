package org.tandem.bpmn.feel;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import scala.Product;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Finds the variables that an expression reads in a scope. Names that the expression itself binds (loops, contexts, parameters) are
 * not variables; what stands in a branch that the scope rules out is not read.
 */
final class Readings {

    private static final Set<String> ASK_WHETHER_THERE = Set.of("is defined", "get or else");

    private final Scope scope;
    private final Set<Reading> found = new LinkedHashSet<>();

    private Readings(Scope scope) {
        this.scope = scope;
    }

    static Set<Reading> of(Exp tree, Scope scope) {
        var readings = new Readings(scope);
        readings.visit(tree, Set.of(), false);
        return readings.found;
    }

    private void visit(Exp tree, Set<String> bound, boolean mayBeAbsent) {
        switch (tree) {
            case Ref ref -> {
                var path = Expression.names(ref);
                if (!bound.contains(path.getFirst())) {
                    found.add(new Reading(path, mayBeAbsent));
                }
            }
            case Equal equal ->
                children(
                        equal,
                        bound,
                        mayBeAbsent || equal.x() == ConstNull$.MODULE$ || equal.y() == ConstNull$.MODULE$);
            case FunctionInvocation call ->
                children(call, bound, mayBeAbsent || ASK_WHETHER_THERE.contains(call.function()));
            case If choice -> {
                visit(choice.condition(), bound, false);
                var condition = Evaluation.of(choice.condition(), scope);
                if (!(condition instanceof Value.Known) || condition.equals(Value.TRUE)) {
                    visit(choice.statement(), bound, mayBeAbsent);
                }
                if (!condition.equals(Value.TRUE)) {
                    visit(choice.elseStatement(), bound, mayBeAbsent);
                }
            }
            case Conjunction and -> {
                visit(and.x(), bound, false);
                if (!Evaluation.of(and.x(), scope).equals(Value.FALSE)) {
                    visit(and.y(), bound, false);
                }
            }
            case Disjunction or -> {
                visit(or.x(), bound, false);
                if (!Evaluation.of(or.x(), scope).equals(Value.TRUE)) {
                    visit(or.y(), bound, false);
                }
            }
            case Filter filter -> visit(filter.list(), bound, mayBeAbsent);
            case For loop -> loop(CollectionConverters.asJava(loop.iterators()), loop.exp(), with(bound, "partial"));
            case SomeItem some -> loop(CollectionConverters.asJava(some.iterators()), some.condition(), bound);
            case EveryItem every -> loop(CollectionConverters.asJava(every.iterators()), every.condition(), bound);
            case ConstContext context ->
                loop(CollectionConverters.asJava(context.entries()), ConstNull$.MODULE$, bound);
            case FunctionDefinition function -> {
                var inside = new HashSet<>(bound);
                inside.addAll(CollectionConverters.asJava(function.parameters()));
                visit(function.body(), inside, false);
            }
            case Product other -> children(other, bound, mayBeAbsent);
            default -> {}
        }
    }

    /** Each name may be used by what comes after it. */
    private void loop(List<Tuple2<String, Exp>> names, Exp body, Set<String> bound) {
        var inside = bound;
        for (var name : names) {
            visit(name._2(), inside, false);
            inside = with(inside, name._1());
        }
        visit(body, inside, false);
    }

    private void children(Product tree, Set<String> bound, boolean mayBeAbsent) {
        CollectionConverters.asJava(tree.productIterator()).forEachRemaining(child -> child(child, bound, mayBeAbsent));
    }

    private void child(Object child, Set<String> bound, boolean mayBeAbsent) {
        switch (child) {
            case Exp tree -> visit(tree, bound, mayBeAbsent);
            case scala.collection.Iterable<?> many ->
                CollectionConverters.asJava(many).forEach(one -> child(one, bound, mayBeAbsent));
            case Product product -> children(product, bound, mayBeAbsent);
            default -> {}
        }
    }

    private static Set<String> with(Set<String> names, String more) {
        var all = new HashSet<>(names);
        all.add(more);
        return all;
    }
}
