package org.tandem.desk;

/** Nobody of this name works here or has earned anything here. */
public class UnknownPerson extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownPerson(String name) {
        super("Nobody called \"%s\" works at the desk or has earned anything.".formatted(name));
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
