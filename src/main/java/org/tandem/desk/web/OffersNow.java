package org.tandem.desk.web;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.desk.pool.Offer.State;
import org.tandem.desk.pool.Offers;
import org.tandem.desk.pool.Turns;
import org.tandem.staff.SignedIn;

/** How many offers are open to whoever is signed in, and whether any come: {@code templates/desk/parts.html} shows it on every page of the desk. */
@Component("offersNow")
class OffersNow {

    private final Offers offers;
    private final Turns turns;

    OffersNow(Offers offers, Turns turns) {
        this.offers = offers;
        this.turns = turns;
    }

    public long open() {
        return me().map(me -> offers.openOf(me).stream()
                        .filter(offer -> offer.state() == State.MADE)
                        .count())
                .orElse(0L);
    }

    /** Whether no offers come to them, because they did not answer the last ones. */
    public boolean silent() {
        return me().filter(turns::isSilent).isPresent();
    }

    private static Optional<String> me() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.member().name())
                : Optional.empty();
    }
}
