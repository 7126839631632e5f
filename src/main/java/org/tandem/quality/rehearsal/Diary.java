package org.tandem.quality.rehearsal;

import java.util.ArrayList;
import java.util.List;
import org.tandem.quality.statistics.WrongTotal;

/** What happened in a life. How many answers were wrong is known only because the rehearsal has every label; the life never asks. */
final class Diary {

    private static final int PAGES = 20;

    /** Something that changed which inquiries are answered. */
    enum Change {
        OPENED,
        SHUT,
        TOPIC_SHUT,
        TOPIC_REOPENED,
        RETRAINED,
        NEW_MODEL
    }

    /**
     * @param at after how many inquiries
     * @param topic empty when it concerns all
     */
    record Entry(int at, Change change, String topic) {}

    /** The counts at some moment, all from the beginning of the life. */
    record Page(
            int inquiries, int inScope, int answered, int right, int audited, double wrongEstimate, double wrongUpper) {

        static final Page NONE = new Page(0, 0, 0, 0, 0, 0, 0);

        int wrong() {
            return answered - right;
        }

        int handedOver() {
            return inquiries - answered;
        }
    }

    private final WrongTotal total;
    private final int pageEvery;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private int inquiries;
    private int inScope;
    private int answered;
    private int right;

    Diary(WrongTotal total, int inquiries) {
        this.total = total;
        this.pageEvery = Math.max(1, (int) Math.ceil((double) inquiries / PAGES));
    }

    void note(Incoming inquiry, boolean isAnswered, boolean isRight) {
        inquiries++;
        inScope += inquiry.topic().isEmpty() ? 0 : 1;
        if (isAnswered) {
            answered++;
            right += isRight ? 1 : 0;
        }
        if (inquiries % pageEvery == 0) {
            pages.add(now());
        }
    }

    void note(Change change, String topic) {
        entries.add(new Entry(inquiries, change, topic));
    }

    Page now() {
        return new Page(inquiries, inScope, answered, right, (int) total.audits(), total.estimate(), total.upper());
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** From the first twentieth of the stream to its end. */
    List<Page> pages() {
        var all = new ArrayList<>(pages);
        if (all.isEmpty() || all.getLast().inquiries() < inquiries) {
            all.add(now());
        }
        return all;
    }
}
