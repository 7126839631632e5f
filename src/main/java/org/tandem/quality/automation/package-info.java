/**
 * Whether the AI may answer by itself: the ledger of what it would have done, calibration from handled cases, release by share, and the
 * guardrail that shuts what turned bad. People open; it shuts by itself.
 */
@NamedInterface("automation")
@NullMarked
package org.tandem.quality.automation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
