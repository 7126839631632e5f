package org.tandem.quality.rehearsal;

import java.util.List;
import java.util.stream.IntStream;

/** Judges the next inquiries at once, on all cores. What a model thinks of a text does not depend on when it is asked. */
final class Ahead implements Mind {

    private static final int AT_ONCE = 200;

    private final Mind mind;
    private final List<Incoming> stream;
    private List<Judgement> judged = List.of();
    private int from;

    Ahead(Mind mind, List<Incoming> stream) {
        this.mind = mind;
        this.stream = stream;
    }

    @Override
    public Judgement judge(Incoming inquiry) {
        int place = inquiry.number() - from;
        if (place < 0 || place >= judged.size()) {
            from = inquiry.number();
            judged = IntStream.range(from, Math.min(stream.size(), from + AT_ONCE))
                    .parallel()
                    .mapToObj(number -> mind.judge(stream.get(number)))
                    .toList();
            place = 0;
        }
        return judged.get(place);
    }
}
