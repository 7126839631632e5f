package org.tandem.desk.pool.allocation;

/**
 * Why an agent ranks where they rank for a task. Each part is already weighted, so that they add up.
 *
 * @param idleSeconds since the last offer
 * @param load of how many tasks at once they had how many
 * @param rate accepted offers in an hour
 */
public record Score(
        String agent,
        double fit,
        double idle,
        double free,
        double fairness,
        long idleSeconds,
        int load,
        int cap,
        double rate) {

    public double total() {
        return fit + idle + free + fairness;
    }
}
