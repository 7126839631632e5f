/**
 * Whether an answer was right, as far as its customer, people and time have told: a ledger of evidence, and what is held to be true of
 * each answered stretch of a conversation because of it.
 */
@NullMarked
package org.tandem.quality.outcome;

import org.jspecify.annotations.NullMarked;
