package org.tandem.quality.audits;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.tandem.quality.statistics.WeightedShare;

/** What audits say of the answers of some days, by who gave them, topic and week. */
public record Estimates(List<Part> parts) {

    /**
     * The answers that were given by one about one topic in one week.
     *
     * @param topic its id, empty for none
     * @param monday that the week began with
     */
    record Part(AnsweredBy by, String topic, LocalDate monday, Estimate estimate) {}

    /**
     * What audits say of some answers.
     *
     * @param answers how many were given
     * @param drawn how many of them were drawn
     * @param open how many of these are still to be reviewed
     * @param wrong the share of wrong ones, from those that were reviewed
     */
    public record Estimate(long answers, long drawn, long open, WeightedShare wrong) {

        public static final Estimate NOTHING = new Estimate(0, 0, 0, WeightedShare.NOTHING);

        public Estimate plus(Estimate other) {
            return new Estimate(
                    answers + other.answers, drawn + other.drawn, open + other.open, wrong.plus(other.wrong));
        }
    }

    /** Those alone that were given by one of these. */
    public Estimates of(AnsweredBy first, AnsweredBy... more) {
        var wanted = EnumSet.of(first, more);
        return new Estimates(
                parts.stream().filter(part -> wanted.contains(part.by())).toList());
    }

    public Estimate overall() {
        return parts.stream().map(Part::estimate).reduce(Estimate.NOTHING, Estimate::plus);
    }

    /** By the topic's id, empty for none. */
    public SortedMap<String, Estimate> byTopic() {
        return by(Part::topic);
    }

    /** By the Monday that the week began with. */
    public SortedMap<LocalDate, Estimate> byWeek() {
        return by(Part::monday);
    }

    private <K> SortedMap<K, Estimate> by(Function<Part, K> key) {
        var sums = new TreeMap<K, Estimate>();
        parts.forEach(part -> sums.merge(key.apply(part), part.estimate(), Estimate::plus));
        return sums;
    }
}
