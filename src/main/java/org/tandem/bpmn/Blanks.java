package org.tandem.bpmn;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Names with a blank before or behind them: engines take them as they stand, so they are other names than those they look like. */
final class Blanks {

    private static final Map<String, String> WORDS = Map.of(
            "type", "job type",
            "correlationKey", "correlation key",
            "errorCode", "error code",
            "escalationCode", "escalation code",
            "processId", "process",
            "decisionId", "decision",
            "formId", "form",
            "resultVariable", "result variable",
            "dueDate", "due date",
            "target", "variable");

    private static final Set<String> NAMED = Set.of("message", "signal", "linkEventDefinition", "output");
    private static final Set<String> FREE_TEXT =
            Set.of("candidateGroups", "candidateUsers", "source", "value", "documentation", "modelerTemplateIcon");

    private final Reader reader;

    private Blanks(Reader reader) {
        this.reader = reader;
    }

    static void complain(Reader reader, Element root) {
        new Blanks(reader).visit(root);
    }

    private void visit(Element element) {
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            check(element, (Attr) attributes.item(i));
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                visit(inner);
            }
        }
    }

    private void check(Element element, Attr attribute) {
        var text = attribute.getValue();
        if (text.startsWith("=")) {
            return;
        }
        var name = attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName();
        var isExpression = tidy(text).startsWith("=");
        if (isExpression && isZeebe(element) || isName(element, name)) {
            wrong(text).ifPresent(what -> complain(element, WORDS.getOrDefault(name, name), text, what));
        }
    }

    private void complain(@Nullable Element at, String attribute, String text, String what) {
        var around = at;
        while (around != null
                && (around.getAttribute("id").isEmpty() || around.getLocalName().endsWith("EventDefinition"))) {
            around = around.getParentNode() instanceof Element parent ? parent : null;
        }
        reader.problem(
                around == null ? null : around.getAttribute("id").strip(),
                around == null ? "" : around.getAttribute("name").strip(),
                "its %s \"%s\" %s, so it is not the same as \"%s\"".formatted(attribute, text, what, tidy(text)),
                "Write %s and nothing around it".formatted(tidy(text)));
    }

    private static boolean isZeebe(Element element) {
        return String.valueOf(element.getNamespaceURI()).contains("/zeebe/");
    }

    private static boolean isName(Element element, String attribute) {
        return isZeebe(element)
                ? !FREE_TEXT.contains(attribute)
                : attribute.equals("id")
                        || attribute.equals("href")
                        || attribute.equals("default")
                        || attribute.endsWith("Ref")
                        || attribute.endsWith("Code")
                        || attribute.equals("name") && NAMED.contains(element.getLocalName());
    }

    /** What is wrong with a name, as in "it ends with a blank". */
    static Optional<String> wrong(String text) {
        if (text.isEmpty() || tidy(text).isEmpty()) {
            return Optional.empty();
        }
        if (isInvisible(text.codePointAt(0))) {
            return Optional.of("begins with a blank");
        }
        if (isInvisible(text.codePointBefore(text.length()))) {
            return Optional.of("ends with a blank");
        }
        return text.codePoints().anyMatch(point -> point != ' ' && isInvisible(point))
                ? Optional.of("has a character in it that cannot be seen")
                : Optional.empty();
    }

    static String tidy(String text) {
        var tidy = new StringBuilder();
        text.codePoints().filter(point -> point == ' ' || !isInvisible(point)).forEach(tidy::appendCodePoint);
        return tidy.toString().strip();
    }

    private static boolean isInvisible(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.CONTROL;
    }
}
