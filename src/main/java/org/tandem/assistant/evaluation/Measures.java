package org.tandem.assistant.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The figures by which a classifier that knows its risk is judged. */
final class Measures {

    private static final int BINS = 15;

    private Measures() {}

    static double accuracy(List<Scored> inside) {
        return share(inside.stream().filter(Scored::right).count(), inside.size());
    }

    /** Of a risk–coverage curve: which share is answered, and which share of the answers is wrong. */
    record Point(double coverage, double risk) {}

    static List<Point> riskCoverage(List<Scored> inside) {
        var points = new ArrayList<Point>();
        int wrong = 0;
        for (var one : surestFirst(inside)) {
            wrong += one.right() ? 0 : 1;
            int answered = points.size() + 1;
            points.add(new Point(share(answered, inside.size()), share(wrong, answered)));
        }
        return points;
    }

    /** Area under the risk–coverage curve: the mean risk over all coverages (Geifman and El-Yaniv 2017). */
    static double aurc(List<Scored> inside) {
        return riskCoverage(inside).stream().mapToDouble(Point::risk).average().orElse(0);
    }

    /** Inquiries whose stated probability of being right is alike: its mean, which share was right, and their weight. */
    record Bin(double stated, double right, double weight) {}

    /** Texts outside weigh together what their share of the traffic is. */
    static List<Bin> reliability(List<Scored> inside, List<Scored> outside, double share) {
        double weight = outside.isEmpty() ? 0 : share / (1 - share) * inside.size() / outside.size();
        var stated = new double[BINS];
        var right = new double[BINS];
        var weights = new double[BINS];
        Stream.concat(inside.stream(), outside.stream()).forEach(one -> {
            int bin = Math.clamp((int) ((1 - one.risk()) * BINS), 0, BINS - 1);
            double own = one.inside() ? 1 : weight;
            weights[bin] += own;
            stated[bin] += own * (1 - one.risk());
            right[bin] += one.right() ? own : 0;
        });
        var bins = new ArrayList<Bin>();
        for (int bin = 0; bin < BINS; bin++) {
            if (weights[bin] > 0) {
                bins.add(new Bin(stated[bin] / weights[bin], right[bin] / weights[bin], weights[bin]));
            }
        }
        return bins;
    }

    /** Expected calibration error: how far stated and observed probability lie apart (Guo et al. 2017, 15 bins). */
    static double ece(List<Bin> bins) {
        double all = bins.stream().mapToDouble(Bin::weight).sum();
        return bins.stream()
                .mapToDouble(bin -> bin.weight() / all * Math.abs(bin.stated() - bin.right()))
                .sum();
    }

    /** Probability that a text outside gets a greater risk than one inside. */
    static double auroc(List<Scored> inside, List<Scored> outside) {
        double[] risks = inside.stream().mapToDouble(Scored::risk).sorted().toArray();
        double sum = 0;
        for (var one : outside) {
            sum += (countUpTo(risks, one.risk(), false) + countUpTo(risks, one.risk(), true)) / 2.0;
        }
        return sum / ((double) risks.length * outside.size());
    }

    private static int countUpTo(double[] sorted, double value, boolean inclusive) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value || inclusive && sorted[middle] == value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    static List<Scored> surestFirst(List<Scored> scored) {
        return scored.stream().sorted(Comparator.comparingDouble(Scored::risk)).toList();
    }

    static double share(long part, long all) {
        return all == 0 ? 0 : part / (double) all;
    }
}
