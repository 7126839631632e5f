package org.tandem.quality.statistics;

/**
 * Notices that one group does worse than another by more than is tolerated, whenever one looks: the alarm comes when the bounds of two
 * {@link MeanBand}s are that far apart. As long as the true means are not, whatever their spread, the probability that it ever comes is at
 * most the allowance.
 */
public final class GapWatch {

    private final double tolerated;
    private final MeanBand watched;
    private final MeanBand compared;

    /**
     * @param tolerated by how much less the mean of the watched group may be, in [0, 1)
     * @param allowance probability, in (0, 1), of ever raising a false alarm
     */
    public GapWatch(double tolerated, double allowance) {
        this.tolerated = tolerated;
        this.watched = new MeanBand(allowance / 2);
        this.compared = new MeanBand(allowance / 2);
    }

    /**
     * @param isWatched of which group it is
     * @param value in [0, 1], the more the better
     * @return whether the watched group does worse by more than is tolerated
     */
    public boolean observe(boolean isWatched, double value) {
        (isWatched ? watched : compared).observe(value);
        return watched.upper() + tolerated < compared.lower();
    }

    /** How much less the mean of the watched group is, NaN while one of them has none. */
    public double gap() {
        return compared.mean() - watched.mean();
    }
}
