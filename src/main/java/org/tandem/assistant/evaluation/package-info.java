/**
 * Measures, from the command line and without a running system, how well the assistant's classifier and its gate do on a
 * company's own labelled inquiries.
 */
@NamedInterface("evaluation")
@NullMarked
package org.tandem.assistant.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
