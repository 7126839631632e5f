package org.tandem.desk.web;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.desk.pool.Offer.State;
import org.tandem.desk.pool.Offers;
import org.tandem.staff.SignedIn;

/** How many offers are open to whoever is signed in: {@code templates/desk/parts.html} shows it on every page of the desk. */
@Component("offersNow")
class OffersNow {

    private final Offers offers;

    OffersNow(Offers offers) {
        this.offers = offers;
    }

    public long open() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? offers.openOf(signedIn.member().name()).stream()
                        .filter(offer -> offer.state() == State.MADE)
                        .count()
                : 0;
    }
}
