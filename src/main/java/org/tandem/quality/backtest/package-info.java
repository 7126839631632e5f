/** A changed gate, tolerance or model over what was decided before: who would have answered, how often wrongly, and what moves. */
@NullMarked
package org.tandem.quality.backtest;

import org.jspecify.annotations.NullMarked;
