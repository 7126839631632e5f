/**
 * The assistant's whole life on a stream of labelled inquiries, in its order: shadow, opening, hand-overs, audits, guardrail, retraining.
 * A label is looked at when a person would have seen the inquiry, and not before.
 */
@NullMarked
package org.tandem.quality.rehearsal;

import org.jspecify.annotations.NullMarked;
