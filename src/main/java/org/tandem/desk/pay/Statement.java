package org.tandem.desk.pay;

import java.util.List;

/**
 * What somebody earned in a month.
 *
 * @param lines the latest first
 * @param correctedLater what concerns this month and was booked in another, so that it is not in the sums
 */
record Statement(String agent, Month month, List<Line> lines, List<Line> correctedLater, List<Totals> totals) {}
