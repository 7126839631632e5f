package org.tandem.bpmn.feel;

import java.util.Optional;

/** The variables that an expression can see. */
public interface Scope {

    /** Every variable is there and can be anything. */
    Scope ANYTHING = new Scope() {
        @Override
        public Optional<Value> get(String variable) {
            return Optional.of(Value.ANYTHING);
        }

        @Override
        public Scope with(String variable, Value value) {
            return this;
        }
    };

    /** Nothing if the variable was never written. */
    Optional<Value> get(String variable);

    /** The same variables, one of them better known. */
    Scope with(String variable, Value value);
}
