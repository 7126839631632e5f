/**
 * Plays days of a large desk with the real allocation, beside other ways to give out the same work: what customers wait, what is late, how
 * idle agents are and how even what they are offered is.
 */
@NullMarked
package org.tandem.desk.pool.simulation;

import org.jspecify.annotations.NullMarked;
