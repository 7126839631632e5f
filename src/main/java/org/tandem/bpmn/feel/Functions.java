package org.tandem.bpmn.feel;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.valuemapper.ValueMapper;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/** The functions of FEEL, as its own engine lists them. A call that does not fit gives null there, without a word. */
public final class Functions {

    private static final BuiltinFunctions BUILT_IN =
            new BuiltinFunctions(FeelEngineClock.SystemClock$.MODULE$, ValueMapper.defaultValueMapper());

    private static final FunctionProvider ADDED = new EngineFunctions();

    private final Set<String> own = new HashSet<>();
    private final Set<String> called = new HashSet<>();
    private final Set<Wrong> wrong = new LinkedHashSet<>();

    private Functions() {}

    /** A call that gives null, and how functions of that name can be called, if there are any. */
    public record Wrong(String function, List<String> signatures) {}

    public static Set<String> names() {
        return CollectionConverters.asJava(BUILT_IN.functions()).keySet();
    }

    static Set<Wrong> wrongIn(Object tree) {
        var functions = new Functions();
        functions.defined(tree);
        functions.visit(tree);
        return functions.wrong;
    }

    /** The functions that are called, without those that the expression itself brings. */
    static Set<String> calledIn(Object tree) {
        var functions = new Functions();
        functions.defined(tree);
        functions.visit(tree);
        return functions.called;
    }

    /** Functions that an expression brings with it, and names that could be such. */
    private void defined(Object part) {
        switch (part) {
            case ConstContext context -> {
                CollectionConverters.asJava(context.entries()).forEach(entry -> own.add(entry._1()));
                children(context, this::defined);
            }
            case FunctionDefinition definition -> {
                own.addAll(CollectionConverters.asJava(definition.parameters()));
                children(definition, this::defined);
            }
            default -> children(part, this::defined);
        }
    }

    private void visit(Object part) {
        if (part instanceof FunctionInvocation call && !own.contains(call.function())) {
            called.add(call.function());
            check(call);
        }
        children(part, this::visit);
    }

    private void check(FunctionInvocation call) {
        var known = known(call.function());
        var fits = switch (call.params()) {
            case PositionalFunctionParameters positional ->
                known.stream()
                        .anyMatch(function -> function.hasVarArgs()
                                || function.params().size()
                                        == positional.params().size());
            case NamedFunctionParameters named ->
                known.stream()
                        .anyMatch(function -> CollectionConverters.asJava(function.params())
                                .containsAll(CollectionConverters.asJava(named.params())
                                        .keySet()));
            default -> true;
        };
        if (!fits) {
            wrong.add(new Wrong(
                    call.function(),
                    known.stream()
                            .map(function -> call.function() + "("
                                    + String.join(", ", CollectionConverters.asJava(function.params())) + ")")
                            .toList()));
        }
    }

    private static Collection<ValFunction> known(String name) {
        return Stream.of(BUILT_IN, ADDED)
                .flatMap(provider -> CollectionConverters.asJava(provider.getFunctions(name)).stream())
                .toList();
    }

    private static void children(Object part, java.util.function.Consumer<Object> visitor) {
        if (part instanceof scala.collection.Iterable<?> many) {
            CollectionConverters.asJava(many).forEach(visitor);
        } else if (part instanceof Product product) {
            CollectionConverters.asJava(product.productIterator()).forEachRemaining(visitor);
        }
    }
}
