package org.tandem.engine.state;

/** A variable of a scope: of a process instance, or local to an element instance. */
public record Variable(long key, long scope, long processInstance, String name, JsonValue value) implements Entity {

    public Variable with(JsonValue next) {
        return new Variable(key, scope, processInstance, name, next);
    }

    /** It leaves the memory together with its scope. */
    @Override
    public boolean isFinished() {
        return false;
    }
}
