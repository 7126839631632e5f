/**
 * From a text to its topic, learned from examples: similarities to every example in meaning and in wording, heads with exact
 * leave-one-out scores on top, and the risk of being wrong. It knows texts and labels, not our knowledge.
 */
@NamedInterface("classifier")
@NullMarked
package org.tandem.assistant.classifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
