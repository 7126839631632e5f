package org.tandem.channel;

import java.util.List;
import java.util.stream.Collectors;

/** What came in cannot be taken as it is; names every field that is wrong. */
public class InvalidInput extends RuntimeException {

    private final List<Flaw> flaws;

    public InvalidInput(List<Flaw> flaws) {
        super(flaws.stream().map(flaw -> flaw.field() + " " + flaw.message()).collect(Collectors.joining("; ")));
        this.flaws = List.copyOf(flaws);
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}
