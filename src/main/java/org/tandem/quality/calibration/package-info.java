/**
 * From cases that people have labelled to what may be answered: a fit of the risk, a bound on the share of wrong answers when some cases
 * stand for many, and thresholds that keep a tolerance. The rehearsal and the assistant at work calibrate with the same code.
 */
@NullMarked
package org.tandem.quality.calibration;

import org.jspecify.annotations.NullMarked;
