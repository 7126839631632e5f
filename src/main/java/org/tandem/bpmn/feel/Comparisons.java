package org.tandem.bpmn.feel;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.Exp;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/** Finds what an expression compares with what. */
final class Comparisons {

    private Comparisons() {}

    static Set<Value.Known> in(Exp tree) {
        var found = new HashSet<Value.Known>();
        each(
                tree,
                equal -> Stream.of(equal.x(), equal.y()).forEach(side -> {
                    if (Evaluation.of(side, Scope.ANYTHING) instanceof Value.Known known) {
                        found.add(known);
                    }
                }));
        return found;
    }

    static Set<String> variablesIn(Exp tree) {
        var found = new HashSet<String>();
        each(tree, equal -> Readings.of(equal, Scope.ANYTHING).forEach(reading -> found.add(reading.variable())));
        return found;
    }

    private static void each(Object tree, Consumer<Equal> visitor) {
        if (tree instanceof Equal equal) {
            visitor.accept(equal);
        }
        if (tree instanceof scala.collection.Iterable<?> many) {
            CollectionConverters.asJava(many).forEach(one -> each(one, visitor));
        } else if (tree instanceof Product product) {
            CollectionConverters.asJava(product.productIterator()).forEachRemaining(child -> each(child, visitor));
        }
    }
}
