package org.tandem.desk.pay;

import java.util.List;

/** Rate cards that nobody can be paid by, with everything that is wrong about them, in sentences. */
final class RateCardsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // what List.copyOf makes is serializable
    private final List<String> flaws;

    RateCardsRefused(String file, List<String> flaws) {
        super("The rate cards in %s cannot be used: %s".formatted(file, String.join(" ", flaws)));
        this.flaws = List.copyOf(flaws);
    }

    List<String> flaws() {
        return flaws;
    }
}
