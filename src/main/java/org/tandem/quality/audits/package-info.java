/**
 * How many automatic answers are wrong, as reviewers see it: which answers they look at is drawn by chance, with a probability that is
 * known beforehand. Beside that, a few inquiries that the AI could answer go to people, for comparison.
 */
@NamedInterface("audits")
@NullMarked
package org.tandem.quality.audits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
