/**
 * What handled inquiries teach: examples that people labelled, models learned from them that have to prove themselves before they answer,
 * and proposals for articles about what the knowledge lacks.
 */
@NamedInterface("learning")
@NullMarked
package org.tandem.quality.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
