package org.tandem.assistant;

/** The assistant cannot try now: its model is still being prepared, or could not be. The case goes to a person. */
public class AssistantUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AssistantUnavailable(String message) {
        super(message);
    }
}
