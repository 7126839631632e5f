/** Estimates and tests for the share of answers that is wrong, when only some of them were looked at. */
@NullMarked
package org.tandem.quality.statistics;

import org.jspecify.annotations.NullMarked;
