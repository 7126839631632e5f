package org.tandem.engine.core;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.engine.state.Entity;
import org.tandem.engine.state.Meta;
import org.tandem.engine.state.State;

/** All that a state holds, as text to compare. The number of the group is left out: it says only how often was committed. */
final class Dump {

    private Dump() {}

    static String of(State state) {
        return Stream.of(Entity.class.getPermittedSubclasses())
                .map(kind -> kind.asSubclass(Entity.class))
                .flatMap(kind -> state.all(kind).stream())
                .map(entity -> entity instanceof Meta meta
                        ? "Meta %d %d %d".formatted(meta.nextKey(), meta.clockOffset(), meta.changeId())
                        : entity.toString())
                .collect(Collectors.joining("\n"));
    }
}
