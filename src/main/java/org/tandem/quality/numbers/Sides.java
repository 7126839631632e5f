package org.tandem.quality.numbers;

import java.util.EnumMap;
import java.util.Map;

/** The sums of every side. */
public final class Sides {

    private final Map<Side, Sums> sums = new EnumMap<>(Side.class);

    private Sides() {
        for (var side : Side.values()) {
            sums.put(side, new Sums());
        }
    }

    public static Sides none() {
        return new Sides();
    }

    void add(String answeredBy, boolean heldOut, Sums some) {
        sums.forEach((side, sum) -> {
            if (side.has(answeredBy, heldOut)) {
                sum.add(some);
            }
        });
    }

    public void add(Sides more) {
        sums.forEach((side, sum) -> sum.add(more.of(side)));
    }

    public Sums of(Side side) {
        var sum = sums.get(side);
        if (sum == null) {
            throw new IllegalArgumentException("There is no side " + side);
        }
        return sum;
    }
}
