package org.tandem.quality.backtest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides past decisions again, on all cores, and adds up both sides. */
final class Replay {

    private static final Route NOBODY = new Route("PERSON", "no rule");

    private final Gate gate;
    private final Labels labels;
    private final @Nullable Rereading rereading;
    private final boolean asIfOpen;
    private final Side decided = new Side();
    private final Side whatIf = new Side();
    private final Moves moves = new Moves();
    private int decisions;
    private int unanswered;

    /** @param rereading null if inquiries are taken as they were read then */
    Replay(Gate gate, Labels labels, @Nullable Rereading rereading, boolean asIfOpen) {
        this.gate = gate;
        this.labels = labels;
        this.rereading = rereading;
        this.asIfOpen = asIfOpen;
    }

    private record Again(PastDecision now, Route route) {}

    int decisions() {
        return decisions;
    }

    void play(List<PastDecision> then) {
        if (then.isEmpty()) {
            return;
        }
        var known = labels.of(then.stream().map(PastDecision::key).toList());
        var again = (rereading == null ? then : rereading.of(then))
                .parallelStream()
                        .map(decision -> asIfOpen ? decision.open() : decision.complete())
                        .map(decision -> new Again(decision, route(decision)))
                        .toList();
        for (int i = 0; i < then.size(); i++) {
            add(then.get(i), again.get(i), known.getOrDefault(then.get(i).key(), Known.NOTHING));
        }
    }

    private void add(PastDecision then, Again again, Known known) {
        decisions++;
        unanswered += again.route() == NOBODY ? 1 : 0;
        decided.add(then.route(), known.isWrong(then.topic(), then.topic()), known.drawn(), then.risk());
        whatIf.add(
                again.route(),
                known.isWrong(again.now().topic(), then.topic()),
                known.drawn(),
                again.now().risk());
        moves.add(then.route(), again.route(), then.number());
    }

    private Route route(PastDecision decision) {
        try {
            return gate.decide(decision.inputs());
        } catch (IllegalArgumentException noAnswer) {
            return NOBODY;
        }
    }

    Comparison comparison(Period period, @Nullable Double handlingMinutes) {
        return new Comparison(
                period,
                decisions,
                decided.total(handlingMinutes),
                whatIf.total(handlingMinutes),
                moves.all(),
                handlingMinutes,
                rereading == null ? null : rereading.extent(),
                unanswered);
    }
}
