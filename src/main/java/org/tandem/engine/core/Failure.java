package org.tandem.engine.core;

/** What goes wrong in an element and becomes an incident on it: a person looks at it, and it is tried again. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final String EXTRACT_VALUE = "EXTRACT_VALUE_ERROR";
    static final String IO_MAPPING = "IO_MAPPING_ERROR";
    static final String CONDITION = "CONDITION_ERROR";
    static final String JOB_NO_RETRIES = "JOB_NO_RETRIES";
    static final String UNHANDLED_ERROR = "UNHANDLED_ERROR_EVENT";
    static final String CALLED_ELEMENT = "CALLED_ELEMENT_ERROR";
    static final String CALLED_DECISION = "CALLED_DECISION_ERROR";
    static final String DECISION_EVALUATION = "DECISION_EVALUATION_ERROR";
    static final String FORM_NOT_FOUND = "FORM_NOT_FOUND";

    private final String type;
    private final transient Runnable traces;

    /** The type is one of the Camunda API's incident types. */
    Failure(String type, String message) {
        this(type, message, () -> {});
    }

    /** {@code traces} writes down what stays in the history although everything else is taken back. */
    Failure(String type, String message, Runnable traces) {
        super(message, null, false, false);
        this.type = type;
        this.traces = traces;
    }

    static Failure value(String message, Object... arguments) {
        return new Failure(EXTRACT_VALUE, message.formatted(arguments));
    }

    String type() {
        return type;
    }

    Runnable traces() {
        return traces;
    }
}
