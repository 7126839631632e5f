package org.tandem.quality.learning;

import org.tandem.privacy.PersonalData;

/** Why somebody has changed what is learned or used. */
final class Reason {

    private static final int LONGEST = 2_000;

    private Reason() {}

    /**
     * As it is kept, without personal data.
     *
     * @throws LearningRefused if there is none, or it is too long
     */
    static String of(String given) {
        var reason = PersonalData.mask(given.strip());
        if (reason.isEmpty() || reason.length() > LONGEST) {
            throw new LearningRefused("The reason has %d characters, but it has to be there and have at most %d"
                    .formatted(reason.length(), LONGEST));
        }
        return reason;
    }
}
