package org.tandem.assistant.evaluation;

import java.io.PrintWriter;
import org.tandem.assistant.classifier.Progress;

/** Draws how far a step has come, at most a hundred times a step. */
public final class ProgressBar implements Progress {

    private static final int WIDTH = 30;

    private final PrintWriter out;
    private String step = "";
    private int percent = -1;

    public ProgressBar(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void report(String newStep, int done, int total) {
        int newPercent = (int) (100L * done / Math.max(1, total));
        if (newStep.equals(step) && newPercent <= percent) {
            return;
        }
        if (!newStep.equals(step) && !step.isEmpty()) {
            out.println();
        }
        step = newStep;
        percent = newPercent;
        int filled = WIDTH * percent / 100;
        out.printf("\r%-22s [%s%s] %3d %%", step, "#".repeat(filled), ".".repeat(WIDTH - filled), percent);
        out.flush();
    }

    public synchronized void finish() {
        if (!step.isEmpty()) {
            out.println();
            out.flush();
        }
        step = "";
        percent = -1;
    }
}
