package org.tandem.quality.backtest;

/**
 * Where the gate sends an inquiry.
 *
 * @param route {@code AI_ANSWER}, {@code PERSON_WITH_DRAFT} or {@code PERSON}
 * @param rule that says so
 */
public record Route(String route, String rule) {

    boolean isAnswer() {
        return route.equals("AI_ANSWER");
    }
}
