package org.tandem.bpmn;

import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.FeelSyntaxException;

/** Collects what cannot be read in one file, so that an analyst hears everything at once. */
final class Reader {

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> doubts = new ArrayList<>();

    Reader(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    List<Problem> problems() {
        return problems;
    }

    /** What can be read, and is probably not meant. */
    List<Problem> doubts() {
        return doubts;
    }

    void doubt(FlowElement element, String message, String remedy) {
        doubts.add(new Problem(file, element.getId(), name(element), message, remedy));
    }

    void problem(FlowElement element, String message, String remedy) {
        problem(element.getId(), name(element), message, remedy);
    }

    void problem(@Nullable String id, String name, String message, String remedy) {
        problems.add(new Problem(file, id, name, message, remedy));
    }

    private static String name(FlowElement element) {
        return Objects.requireNonNullElse(element.getName(), "");
    }

    /** An attribute, or nothing if it is not there or not to be understood. */
    @Nullable
    Expression attribute(@Nullable String text, String id, String name) {
        return text == null || text.isBlank()
                ? null
                : read(text, Expression::attribute, id, name).orElse(null);
    }

    @Nullable
    Expression attribute(@Nullable String text, FlowNode node) {
        return attribute(text, node.getId(), name(node));
    }

    Optional<Expression> feel(String text, String id, String name) {
        return read(text, Expression::feel, id, name);
    }

    Optional<Expression> form(String text, String id, String name) {
        return read(text, Expression::form, id, name);
    }

    Optional<Expression> unaryTests(String text, String id, String name) {
        return read(text, Expression::unaryTests, id, name);
    }

    private Optional<Expression> read(String text, Function<String, Expression> how, String id, String name) {
        try {
            return Optional.of(how.apply(text.strip()));
        } catch (FeelSyntaxException e) {
            problem(id, name, "the expression " + e.getMessage(), "Correct the expression");
            return Optional.empty();
        }
    }
}
