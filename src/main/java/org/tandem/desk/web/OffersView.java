package org.tandem.desk.web;

import java.util.List;
import java.util.Objects;
import org.tandem.desk.pool.SkillCall;
import org.tandem.desk.pool.Turn;

/**
 * What changes by itself on the page of offers.
 *
 * @param calls what leads call for and they can do, as long as they are away
 * @param work what they accepted and have not done
 */
record OffersView(Turn turn, List<SkillCall> calls, List<OfferRow> offers, List<OfferRow> work) {

    /** Whether a lead has noted what they can do. */
    public boolean inPool() {
        return !(turn instanceof Turn.NotInPool);
    }

    public boolean available() {
        return inPool() && !(turn instanceof Turn.Away);
    }

    public boolean silent() {
        return turn instanceof Turn.Silent;
    }

    /** Whether offers come, and if not, why; empty where the page says it anyway. */
    public String coming() {
        return switch (turn) {
            case Turn.NotInPool notInPool -> "";
            case Turn.Away away -> "";
            case Turn.Silent silent ->
                "No offers come to you at present: %d in a row were not answered. Whatever you do at the desk makes them come again."
                        .formatted(silent.unanswered());
            case Turn.Full full ->
                "No further offers come to you at present: you have %d, and want at most %d at once. They come again when you have fewer."
                        .formatted(full.has(), full.cap());
            case Turn.NotKnown notKnown ->
                "No offers come at present: the process engine does not answer. They come again when it does.";
            case Turn.Open open -> "As soon as there is something for you, it appears here.";
        };
    }

    /** The seconds that pass are no change. */
    public String seen() {
        return Integer.toHexString(Objects.hash(
                inPool(),
                available(),
                coming(),
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
