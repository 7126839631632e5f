/**
 * The engine's state machine: state, command and time give changes and an answer. No clock, no thread, no input or output, so the same
 * commands at the same times always give the same.
 */
@NullMarked
package org.tandem.engine.core;

import org.jspecify.annotations.NullMarked;
