package org.tandem.policy;

import org.tandem.bpmn.Node;
import org.tandem.policy.states.Place;

/** A rule that a model breaks: where, why, and what to do about it, in words for the analyst who changed the model. */
public record Violation(Severity severity, String file, Element element, Rule rule, String message, String remedy) {

    /** Only errors stop a deployment; a warning is something that is probably a mistake. */
    public enum Severity {
        ERROR,
        WARNING
    }

    Violation(String file, Element element, Rule rule, String message, String remedy) {
        this(Severity.ERROR, file, element, rule, message, remedy);
    }

    Violation asWarning() {
        return new Violation(Severity.WARNING, file, element, rule, message, remedy);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** An element of a model; both are empty if the whole file is meant. */
    public record Element(String id, String name) {

        static final Element WHOLE_FILE = new Element("", "");

        @Override
        public String toString() {
            return name.isBlank() ? id : "\"%s\" (%s)".formatted(name, id);
        }
    }

    static Violation at(Place place, Rule rule, String message, String remedy) {
        return at(place.file(), place.node(), rule, message, remedy);
    }

    static Violation at(String file, Node node, Rule rule, String message, String remedy) {
        return new Violation(file, new Element(node.id(), node.name()), rule, message, remedy);
    }

    @Override
    public String toString() {
        return "%s%s%s: %s (rule: %s). %s."
                .formatted(
                        isError() ? "" : "warning: ",
                        file,
                        element.equals(Element.WHOLE_FILE) ? "" : ", " + element,
                        message,
                        rule,
                        remedy);
    }
}
