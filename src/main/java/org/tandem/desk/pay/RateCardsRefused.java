package org.tandem.desk.pay;

import java.util.List;

/** Rate cards that nobody can be paid by, with everything that is wrong about them, in sentences. */
final class RateCardsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;

    @SuppressWarnings("serial") // what List.copyOf makes is serializable
    private final List<String> flaws;

    RateCardsRefused(String file, List<String> flaws) {
        super("The rate cards in %s cannot be used: %s".formatted(file, String.join(" ", flaws)));
        this.file = file;
        this.flaws = List.copyOf(flaws);
    }

    String file() {
        return file;
    }

    List<String> flaws() {
        return flaws;
    }
}
