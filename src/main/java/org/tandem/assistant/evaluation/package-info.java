/**
 * Measures, from the command line and without a running system, how well the assistant's classifier and its gate do on a
 * company's own labelled inquiries.
 */
@NullMarked
package org.tandem.assistant.evaluation;

import org.jspecify.annotations.NullMarked;
