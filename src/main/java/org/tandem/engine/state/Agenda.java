package org.tandem.engine.state;

import java.util.Comparator;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Things by the time at which something has to happen to them. */
final class Agenda<T extends Entity> {

    private record Date(long at, long key) {}

    private final ToLongFunction<T> due;
    private final TreeMap<Date, T> dates =
            new TreeMap<>(Comparator.comparingLong(Date::at).thenComparingLong(Date::key));

    /** {@code due} gives 0 for what has no date. */
    Agenda(ToLongFunction<T> due) {
        this.due = due;
    }

    void replace(@Nullable T old, @Nullable T next) {
        if (old != null && due.applyAsLong(old) != 0) {
            dates.remove(new Date(due.applyAsLong(old), old.key()));
        }
        if (next != null && due.applyAsLong(next) != 0) {
            dates.put(new Date(due.applyAsLong(next), next.key()), next);
        }
    }

    /** What is due first after something with this date and key; nothing if that is later than {@code now}. */
    @Nullable
    T next(long now, long afterDate, long afterKey) {
        var next = dates.higherEntry(new Date(afterDate, afterKey));
        return next == null || next.getKey().at() > now ? null : next.getValue();
    }

    long firstDate() {
        return dates.isEmpty() ? Long.MAX_VALUE : dates.firstKey().at();
    }

    void clear() {
        dates.clear();
    }
}
