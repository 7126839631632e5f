package org.tandem.desk.pool.simulation;

/**
 * What is played.
 *
 * @param agents how many there are
 * @param cases how many come on a weekday
 * @param days from a Monday on
 * @param handlingMinutes of a case, the median; some take much longer
 * @param declines share of offers that are declined
 * @param noShows share of offers that are not answered
 * @param offerSeconds how long an offer is open
 * @param staffing working hours per hour of work; 1 would keep everybody busy all the time
 */
record Setup(
        int agents,
        int cases,
        int days,
        double handlingMinutes,
        double declines,
        double noShows,
        int offerSeconds,
        double staffing,
        long seed) {

    Setup {
        if (agents < 1 || cases < 1 || days < 1 || offerSeconds < 1) {
            throw new IllegalArgumentException(
                    "--agents, --cases, --days and --offer-seconds have to be at least 1, but they are %d, %d, %d and %d"
                            .formatted(agents, cases, days, offerSeconds));
        }
        if (!(handlingMinutes > 0 && staffing > 0)) {
            throw new IllegalArgumentException(
                    "--handling-minutes and --staffing have to be more than 0, but they are %s and %s"
                            .formatted(handlingMinutes, staffing));
        }
        if (!(declines >= 0 && noShows >= 0 && declines + noShows < 1)) {
            throw new IllegalArgumentException(
                    "--declines and --no-shows are shares that add up to less than 1, but they are %s and %s"
                            .formatted(declines, noShows));
        }
    }
}
