package org.tandem.bpmn.feel;

import java.util.List;

/**
 * A variable, or a field of one, that an expression reads. Where the expression only asks whether it is there, the last step of the
 * path may be absent.
 */
public record Reading(List<String> path, boolean mayBeAbsent) {

    public Reading {
        path = List.copyOf(path);
    }

    public static Reading of(String path) {
        return new Reading(List.of(path.split("\\.")), false);
    }

    public String variable() {
        return path.getFirst();
    }

    @Override
    public String toString() {
        return String.join(".", path);
    }
}
