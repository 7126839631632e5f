package org.tandem.engine.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.JsonValue;

/** What a command lets the world outside know, besides its answer and the changes. */
public final class Effects {

    private final Set<String> jobTypes = new LinkedHashSet<>();
    private final List<Ended> ended = new ArrayList<>();

    /** A process instance that has ended, with its variables. */
    public record Ended(ElementInstance instance, Map<String, JsonValue> variables) {}

    /** The types of the jobs that have become activatable. */
    public Set<String> jobTypes() {
        return jobTypes;
    }

    public List<Ended> ended() {
        return ended;
    }

    void clear() {
        jobTypes.clear();
        ended.clear();
    }
}
