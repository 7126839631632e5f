package org.tandem.assistant;

import org.jspecify.annotations.Nullable;

/** The outcome of the assistant's try. Being unsure is a normal outcome; whether a draft goes out is the gate's decision. */
public sealed interface Attempt {

    Understanding understanding();

    /** Fingerprint and creation time of the model that made this attempt, for the record of the decision. */
    String modelVersion();

    /**
     * An approved answer fits.
     *
     * @param risk calibrated probability that sending it unseen would be wrong; 1 when several things were asked at once
     * @param guaranteedRisk the smallest tolerance for the answers on topics of this class, taken together, that is kept with
     *     the configured confidence when this one goes out too; 1 when none is
     */
    record Drafted(Understanding understanding, Draft draft, double risk, double guaranteedRisk, String modelVersion)
            implements Attempt {}

    /**
     * No answer can be proposed to the customer.
     *
     * @param why a sentence for the person who takes over
     * @param unfinished what that person can start from, with blanks where a fact is missing
     */
    record Unsure(
            Understanding understanding,
            String why,
            @Nullable Draft unfinished,
            String modelVersion) implements Attempt {}
}
