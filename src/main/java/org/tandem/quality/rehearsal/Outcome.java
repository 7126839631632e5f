package org.tandem.quality.rehearsal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rehearsal found. The names of its parts are the keys of the JSON file and stay as they are. Shares are 0 where there is nothing
 * to have a share in; moments are numbers of inquiries.
 *
 * @param automation share of all inquiries that was answered automatically
 * @param inScopeAnswered share of the inquiries about a topic that was answered automatically and right
 * @param wrong share of all automatic answers that was wrong
 * @param wrongEstimate the same as the audits alone tell it
 * @param wrongUpper the same with confidence at most, as the audits alone tell it
 * @param opened after how many inquiries the gate opened first; null if never
 * @param shut when it was shut again, for all or for a topic
 * @param promoted when a retrained model took over
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Outcome(
        int inquiries,
        double automation,
        double inScopeAnswered,
        double wrong,
        double wrongEstimate,
        double wrongUpper,
        int handedOver,
        int audits,
        @Nullable Integer opened,
        List<Moment> shut,
        List<Moment> reopened,
        List<Integer> promoted,
        List<Point> overTime) {

    /** @param topic null for all */
    record Moment(int at, @Nullable String topic) {}

    /** Everything from the beginning up to that moment. */
    record Point(int at, double automation, double wrong, double wrongUpper, int handedOver, int audits) {}

    static Outcome of(Diary diary) {
        var end = diary.now();
        return new Outcome(
                end.inquiries(),
                share(end.answered(), end.inquiries()),
                share(end.right(), end.inScope()),
                share(end.wrong(), end.answered()),
                share(end.wrongEstimate(), end.answered()),
                share(end.wrongUpper(), end.answered()),
                end.handedOver(),
                end.audited(),
                diary.entries().stream()
                        .filter(entry -> entry.change() == Diary.Change.OPENED)
                        .map(Diary.Entry::at)
                        .findFirst()
                        .orElse(null),
                moments(diary, Diary.Change.SHUT, Diary.Change.TOPIC_SHUT),
                reopened(diary),
                diary.entries().stream()
                        .filter(entry -> entry.change() == Diary.Change.NEW_MODEL)
                        .map(Diary.Entry::at)
                        .toList(),
                diary.pages().stream().map(Outcome::point).toList());
    }

    /** The first opening is none of them. */
    private static List<Moment> reopened(Diary diary) {
        var all = moments(diary, Diary.Change.OPENED, Diary.Change.TOPIC_REOPENED);
        return all.isEmpty() ? all : all.subList(1, all.size());
    }

    private static List<Moment> moments(Diary diary, Diary.Change all, Diary.Change topic) {
        return diary.entries().stream()
                .filter(entry -> entry.change() == all || entry.change() == topic)
                .map(entry -> new Moment(entry.at(), entry.topic().isEmpty() ? null : entry.topic()))
                .toList();
    }

    private static Point point(Diary.Page page) {
        return new Point(
                page.inquiries(),
                share(page.answered(), page.inquiries()),
                share(page.wrong(), page.answered()),
                share(page.wrongUpper(), page.answered()),
                page.handedOver(),
                page.audited());
    }

    private static double share(double part, int all) {
        return all == 0 ? 0 : part / all;
    }
}
