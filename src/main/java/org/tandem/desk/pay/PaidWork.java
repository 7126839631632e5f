package org.tandem.desk.pay;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work, as far as its price depends on it.
 *
 * @param skills that it needs, none if it needs no special ones
 * @param language that it is done in, a code such as {@code sv}; null if it is not known
 * @param at when it is done
 */
public record PaidWork(
        Kind kind, Set<String> skills, @Nullable String language, Instant at) {

    public PaidWork {
        skills = Set.copyOf(skills);
    }

    /** Kinds of work that have a price. */
    public enum Kind {
        /** A written answer to a customer. */
        ANSWER,
        /** A call to a customer who asked for it. */
        CALL_BACK,
        /** Judging an answer that somebody or the AI gave. */
        REVIEW,
        /** Taking care of what is late or difficult. */
        ESCALATION,
        /** Reading a case and handing it back to the AI, which can answer it. */
        HAND_BACK;

        /** The kind whose prices count where a rate card has none for this one; itself where it must have them. */
        Kind orElse() {
            return this == HAND_BACK ? REVIEW : this;
        }

        /** As rate cards name it, such as {@code call-back}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** As people say it, such as {@code call back}. */
        String inWords() {
            return key().replace('-', ' ');
        }
    }
}
