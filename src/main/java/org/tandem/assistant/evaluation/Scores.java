package org.tandem.assistant.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tandem.assistant.classifier.Texts;

/** What the scored test inquiries say, given a threshold that was chosen without them. */
final class Scores {

    private static final int WORST = 20;

    private final List<Scored> inside;
    private final List<Scored> outside;

    Scores(List<Scored> inside, List<Scored> outside) {
        this.inside = inside;
        this.outside = outside;
    }

    Report.OperatingPoint shut(String why) {
        return new Report.OperatingPoint(null, 0, null, outside.isEmpty() ? null : 0.0, why);
    }

    Report.OperatingPoint answeringUpTo(double threshold) {
        var answered = upTo(threshold, inside);
        var strangers = upTo(threshold, outside);
        long right = answered.stream().filter(Scored::right).count();
        long all = answered.size() + strangers.size();
        return new Report.OperatingPoint(
                threshold,
                Measures.share(answered.size(), inside.size()),
                all == 0 ? null : Measures.share(right, all),
                outside.isEmpty() ? null : Measures.share(strangers.size(), outside.size()),
                null);
    }

    Report.@Nullable OutOfScope outOfScope(@Nullable Double threshold) {
        return outside.isEmpty()
                ? null
                : new Report.OutOfScope(
                        Measures.auroc(inside, outside),
                        Measures.share(upTo(threshold, outside).size(), outside.size()));
    }

    Report.Latency latency() {
        long[] nanos = inside.stream().mapToLong(Scored::nanos).sorted().toArray();
        return new Report.Latency(milliseconds(nanos, 0.5), milliseconds(nanos, 0.99));
    }

    private static double milliseconds(long[] sortedNanos, double part) {
        return sortedNanos[(int) Math.ceil(part * sortedNanos.length) - 1] / 1e6;
    }

    /** The least accurate first. */
    List<Report.Topic> topics(@Nullable Double threshold) {
        var byCategory = new TreeMap<String, List<Scored>>();
        for (var one : inside) {
            byCategory
                    .computeIfAbsent(one.actual(), category -> new ArrayList<>())
                    .add(one);
        }
        return byCategory.entrySet().stream()
                .map(entry -> topic(entry.getKey(), entry.getValue(), threshold))
                .sorted(Comparator.comparingDouble(Report.Topic::accuracy))
                .toList();
    }

    private static Report.Topic topic(String category, List<Scored> inquiries, @Nullable Double threshold) {
        var answered = upTo(threshold, inquiries);
        return new Report.Topic(
                category,
                inquiries.size(),
                Measures.accuracy(inquiries),
                Measures.share(answered.size(), inquiries.size()),
                answered.isEmpty() ? null : Measures.accuracy(answered));
    }

    List<Report.Mistake> mistakes() {
        var all = new ArrayList<>(inside);
        all.addAll(outside);
        return Measures.surestFirst(all).stream()
                .filter(one -> !one.right())
                .limit(WORST)
                .map(one -> new Report.Mistake(
                        Texts.shortened(one.text()),
                        one.inside() ? one.actual() : "(out of scope)",
                        one.predicted(),
                        one.risk()))
                .toList();
    }

    private static List<Scored> upTo(@Nullable Double threshold, List<Scored> scored) {
        return threshold == null
                ? List.of()
                : scored.stream().filter(one -> one.risk() <= threshold).toList();
    }
}
