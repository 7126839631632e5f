package org.tandem.engine.state;

/** A variable of a scope: of a process instance, or local to an element instance. */
public record Variable(long key, long scope, long processInstance, String name, JsonValue value) implements Entity {

    /** Of a name and a value together, so that searches find them without an index of long texts. */
    public static int hash(String name, String json) {
        return 31 * name.hashCode() + json.hashCode();
    }

    public int hash() {
        return hash(name, value.text());
    }

    public Variable with(JsonValue next) {
        return new Variable(key, scope, processInstance, name, next);
    }

    /** It leaves the memory together with its scope. */
    @Override
    public boolean isFinished() {
        return false;
    }
}
