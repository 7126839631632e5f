package org.tandem.assistant;

/** The assistant cannot try, and will not soon: its model could not be had, or it is switched off. The case goes to a person. */
public class AssistantUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AssistantUnavailable(String message) {
        super(message);
    }
}
