package org.tandem.desk.pool.simulation;

/** Chance that depends on what it is about only, so that every way to give out work meets the same luck. */
final class Dice {

    private Dice() {}

    /** Uniform in [0, 1). */
    static double of(long seed, long what, long which) {
        var mixed = seed * 0x9E3779B97F4A7C15L + what * 0xBF58476D1CE4E5B9L + which * 0x94D049BB133111EBL;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return ((mixed ^ mixed >>> 31) >>> 11) * 0x1.0p-53;
    }
}
