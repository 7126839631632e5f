package org.tandem.bpmn.feel;

/** An expression that the engine would not understand. The message says where it stops making sense. */
public final class FeelSyntaxException extends RuntimeException {

    FeelSyntaxException(String message) {
        super(message);
    }
}
