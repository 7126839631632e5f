package org.tandem.engine.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a multi-instance body.
 *
 * @param items the input collection
 * @param outputs the output collection so far, one place for each item; null without an output collection
 * @param started how many inner instances have been started
 * @param completed how many of them have completed
 * @param terminated how many of them were ended before they completed
 */
public record Loop(
        List<JsonValue> items, @Nullable List<JsonValue> outputs, int started, int completed, int terminated) {

    public Loop oneStarted() {
        return new Loop(items, outputs, started + 1, completed, terminated);
    }

    public Loop oneCompleted(int index, @Nullable JsonValue output) {
        var next = outputs;
        if (next != null && output != null) {
            next = new ArrayList<>(next);
            next.set(index, output);
        }
        return new Loop(items, next, started, completed + 1, terminated);
    }
}
