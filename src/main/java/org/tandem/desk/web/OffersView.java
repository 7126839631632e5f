package org.tandem.desk.web;

import java.util.List;
import java.util.Objects;
import org.tandem.desk.pool.SkillCall;

/**
 * What changes by itself on the page of offers.
 *
 * @param inPool whether a lead has noted what they can do
 * @param calls what leads call for and they can do, as long as they are away
 * @param work what they accepted and have not done
 */
record OffersView(
        boolean inPool, boolean available, List<SkillCall> calls, List<OfferRow> offers, List<OfferRow> work) {

    /** The seconds that pass are no change. */
    public String seen() {
        return Integer.toHexString(Objects.hash(
                inPool,
                available,
                calls,
                offers.stream().map(OfferRow::id).toList(),
                work.stream().map(OfferRow::id).toList()));
    }

    public String summary() {
        return offers.isEmpty()
                ? "No offer is open"
                : offers.size() == 1 ? "One offer is open" : offers.size() + " offers are open";
    }
}
