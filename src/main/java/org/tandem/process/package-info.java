/**
 * Ties the modules to the process engine: tells the engine what happened to a case, lets job workers carry out the steps of the
 * processes, checks the models and deploys them. Nothing depends on this module but the command line.
 */
@ApplicationModule(
        displayName = "Process",
        allowedDependencies = {
            "inquiry",
            "assistant",
            "assistant :: knowledge",
            "audit",
            "desk",
            "desk :: hours",
            "desk :: levels",
            "desk :: pay",
            "desk :: pool",
            "engine",
            "bpmn",
            "bpmn :: feel",
            "policy",
            "policy :: states",
            "quality :: audits",
            "quality :: automation",
            "quality :: learning",
            "staff"
        })
@NullMarked
package org.tandem.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
