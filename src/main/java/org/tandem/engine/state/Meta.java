package org.tandem.engine.state;

/**
 * What the engine knows of itself.
 *
 * @param nextKey the key that the next new thing gets
 * @param clockOffset how far a moved clock is ahead of the machine's, in milliseconds
 * @param changeId how often everything has been purged
 * @param group the number of the last group of commands; tells whether a commit whose answer was lost has arrived
 */
public record Meta(long nextKey, long clockOffset, long changeId, long group) implements Entity {

    public static final long KEY = 1;
    private static final long FIRST_KEY = (1L << 51) + 1;

    public static Meta first() {
        return new Meta(FIRST_KEY, 0, 0, 0);
    }

    @Override
    public long key() {
        return KEY;
    }

    @Override
    public boolean isFinished() {
        return false;
    }

    Meta withNextKey(long next) {
        return new Meta(next, clockOffset, changeId, group);
    }

    public Meta withClockOffset(long offset) {
        return new Meta(nextKey, offset, changeId, group);
    }

    public Meta withChangeId(long id) {
        return new Meta(nextKey, clockOffset, id, group);
    }

    Meta withGroup(long number) {
        return new Meta(nextKey, clockOffset, changeId, number);
    }
}
