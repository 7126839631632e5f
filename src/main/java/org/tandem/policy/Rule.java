package org.tandem.policy;

import java.util.Locale;

/** What the models must keep. */
public enum Rule {
    READABLE("Every file can be read"),
    ENGINE_TAKES("Engines take the models as they are meant"),
    FOLLOWABLE("Every way through the models can be followed"),
    PERSON_REACHABLE("A person is always reachable"),
    GATE_BEFORE_AI_TEXT("No AI text reaches the customer without the confidence gate"),
    NO_AI_AFTER_PERSON("After a person took over the AI only writes where that person chose so"),
    NO_WAITING_FOR_EVER("Nothing waits for ever"),
    NAMES_EXIST("Everything named exists"),
    DECISIONS_ANSWER("Every decision has one answer"),
    VALUES_FIT("Every value is of the kind that is needed"),
    VARIABLES_WRITTEN("What is read has been written before");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    /** The rule as a sentence of its own. */
    public String sentence() {
        return sentence + ".";
    }

    /** The name by which tools know it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule as it reads inside a sentence. */
    @Override
    public String toString() {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
