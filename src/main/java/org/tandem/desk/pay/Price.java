package org.tandem.desk.pay;

/**
 * What a piece of work is worth.
 *
 * @param card id of the rate card that says so
 * @param row of it in words, such as {@code answer in sv, evening}
 */
public record Price(Money amount, String card, String row) {}
