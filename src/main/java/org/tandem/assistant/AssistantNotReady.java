package org.tandem.assistant;

/** The assistant cannot try yet, but soon: its model is being loaded or learned. It is worth asking again. */
public class AssistantNotReady extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AssistantNotReady(String step) {
        super("The assistant is not ready yet: " + step);
    }
}
