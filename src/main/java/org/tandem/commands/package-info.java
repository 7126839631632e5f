/** What can be done from the command line without starting the application. Each module brings its own commands; here they are found. */
@ApplicationModule(
        displayName = "Commands",
        allowedDependencies = {
            "assistant",
            "assistant :: check",
            "bpmn",
            "desk",
            "desk :: hours",
            "desk :: rate-cards",
            "policy",
            "policy :: states",
            "process",
            "quality",
            "staff"
        })
@NullMarked
package org.tandem.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
