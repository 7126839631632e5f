/**
 * The AI that tries first: reads what a customer wrote, finds the topic, proposes the approved answer with its source and
 * states the risk of being wrong. It knows no cases and no process engine; whether its draft is sent is decided elsewhere.
 */
@ApplicationModule(
        displayName = "Assistant",
        allowedDependencies = {"privacy"})
@NullMarked
package org.tandem.assistant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
