/**
 * What share of the answers may be wrong, and the thresholds under which that can be promised: calibration cases, an upper bound on the
 * error, and fixed-sequence testing. It knows cases and risks, not texts.
 */
@NamedInterface("guarantee")
@NullMarked
package org.tandem.assistant.guarantee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
