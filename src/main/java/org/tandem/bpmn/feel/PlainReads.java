package org.tandem.bpmn.feel;

import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/** Finds what an expression reads as it is, outside of everything that may be there to deal with a list. */
final class PlainReads {

    private final Set<String> found = new LinkedHashSet<>();

    private PlainReads() {}

    static Set<String> in(Exp tree) {
        var reads = new PlainReads();
        reads.visit(tree);
        return reads.found;
    }

    private void visit(Object part) {
        switch (part) {
            case Ref ref -> found.add(String.join(".", Expression.names(ref)));
            case FunctionInvocation call -> {}
            case Filter filter -> {}
            case For loop -> {}
            case SomeItem some -> {}
            case EveryItem every -> {}
            case scala.collection.Iterable<?> many ->
                CollectionConverters.asJava(many).forEach(this::visit);
            case Product product ->
                CollectionConverters.asJava(product.productIterator()).forEachRemaining(this::visit);
            default -> {}
        }
    }
}
