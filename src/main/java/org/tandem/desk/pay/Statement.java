package org.tandem.desk.pay;

import java.util.List;

/**
 * What somebody earned in a month.
 *
 * @param lines the latest first
 */
record Statement(String agent, Month month, List<Line> lines, List<Totals> totals) {}
