/**
 * Expressions of the models in FEEL: what they read, and what can be said of their value before a process runs. They are parsed
 * by the engine's own parser, so both understand the same.
 */
@NamedInterface("feel")
@NullMarked
package org.tandem.bpmn.feel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
