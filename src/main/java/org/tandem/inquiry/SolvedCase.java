package org.tandem.inquiry;

/** How a person solved an inquiry: for colleagues with a similar one. */
public record SolvedCase(String number, String resolutionCode, String reply) {

    /** Without what people wrote, so that it can be logged. */
    @Override
    public String toString() {
        return "SolvedCase[number=%s, resolutionCode=%s]".formatted(number, resolutionCode);
    }
}
