package org.tandem.assistant;

import java.util.Optional;

/** What handled cases tell of all that customers write. Whoever looks at them says it; a promise rests on it rather than on a setting. */
@FunctionalInterface
public interface Traffic {

    Traffic UNSEEN = Optional::empty;

    /** Which share of inquiries is about none of the topics; nothing while too few cases tell. */
    Optional<Outside> outside();

    /**
     * A share of inquiries that are about none of the topics.
     *
     * @param share in [0, 1): the greatest that what was seen leaves likely, so that a promise errs on the safe side
     * @param cases how many it rests on; 0 for an assumption
     */
    record Outside(double share, int cases) {}
}
