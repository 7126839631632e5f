package org.tandem.bpmn;

import java.util.List;
import java.util.Set;
import org.tandem.bpmn.feel.Expression;

/** A form of a user task: what it shows and what a person fills in. */
public record Form(String file, String id, List<Shown> shows, Set<String> fills) {

    /** A place of the form that shows a variable. */
    public record Shown(String where, Expression expression) {}
}
