package org.tandem.desk;

import java.util.List;

/** What became of something that somebody wanted to do with a task. */
public sealed interface Outcome {

    record Done() implements Outcome {}

    /** Somebody or something was faster, as told in a sentence; nothing was changed. */
    record TooLate(String sentence) implements Outcome {}

    /** What was filled in does not fit the form; nothing was changed. */
    record Wrong(List<FieldFlaw> flaws) implements Outcome {

        public Wrong {
            flaws = List.copyOf(flaws);
        }
    }
}
