/**
 * How the assistant learns topics from examples: similarities to every example in meaning and in wording, heads with exact
 * leave-one-out scores on top, and a risk that is calibrated on those scores. It knows texts and labels, not our knowledge.
 */
@NullMarked
package org.tandem.assistant.learning;

import org.jspecify.annotations.NullMarked;
