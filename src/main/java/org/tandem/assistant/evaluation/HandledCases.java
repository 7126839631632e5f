package org.tandem.assistant.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the cases that were handled so far tell beside an evaluation. */
@FunctionalInterface
public interface HandledCases {

    /**
     * Which share of inquiries is about none of the topics.
     *
     * @param settings of the application, as on its command line: where the database is
     */
    Told outside(List<String> settings);

    /**
     * @param share null if it is not known
     * @param inWords the same with what it rests on, or why it is not known, in a sentence without a full stop
     */
    record Told(@Nullable Share share, String inWords) {}

    /**
     * An estimate.
     *
     * @param share in [0, 1]
     * @param low lower end of the interval that holds the true share in 95 of 100 cases
     * @param high its upper end
     * @param labelled on how many cases it rests
     */
    record Share(double share, double low, double high, int labelled) {}
}
