/** What editors write down for the assistant: topics with approved answers, signals, and the commands that check and import them. */
@NamedInterface("knowledge")
@NullMarked
package org.tandem.assistant.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
