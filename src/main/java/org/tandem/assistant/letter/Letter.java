package org.tandem.assistant.letter;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A message, read as a letter. What people see stays as it was written; only what is understood of it is without the asides.
 *
 * @param body what the writer says; empty when there is nothing but a quotation or an automatic mail
 * @param asides how many letters were disregarded as what
 */
public record Letter(String body, Map<Aside, Integer> asides) {

    /** What is not said to us. */
    public enum Aside {
        AUTOMATIC,
        QUOTATION,
        DISCLAIMER,
        SIGNATURE,
        GREETING;

        /** Its name among the figures behind an attempt. */
        public String evidence() {
            return "disregarded " + name().toLowerCase(Locale.ROOT);
        }
    }

    public Letter {
        asides = Map.copyOf(asides);
    }

    public static Letter of(String text) {
        var asides = new EnumMap<Aside, Integer>(Aside.class);
        if (AutomaticMail.isOne(text)) {
            asides.put(Aside.AUTOMATIC, letters(text));
            return new Letter("", asides);
        }
        var own = without(Aside.QUOTATION, Quotations::without, text, asides);
        var said = without(Aside.DISCLAIMER, Disclaimers::without, own, asides);
        var unsigned = without(Aside.SIGNATURE, Signatures::without, said, asides);
        var body = without(Aside.GREETING, Greetings::without, unsigned, asides);
        if (letters(body) > 0) {
            return new Letter(body, asides);
        }
        asides.keySet().removeIf(aside -> aside != Aside.QUOTATION);
        return new Letter(own, asides); // a greeting alone is meant for us
    }

    /** Written by a machine, so that nobody waits for an answer. */
    public boolean isAutomatic() {
        return asides.containsKey(Aside.AUTOMATIC);
    }

    /** Whether the writer says anything. */
    public boolean saysSomething() {
        return letters(body) > 0;
    }

    private static String without(Aside aside, UnaryOperator<String> cut, String text, Map<Aside, Integer> asides) {
        var rest = cut.apply(text).strip();
        int gone = letters(text) - letters(rest);
        if (gone > 0) {
            asides.put(aside, gone);
        }
        return rest;
    }

    private static int letters(String text) {
        return (int) text.codePoints().filter(Character::isLetter).count();
    }
}
