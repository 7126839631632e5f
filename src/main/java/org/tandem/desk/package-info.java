/**
 * The people's side of a case: the brief a person gets, the deadlines they promise and the escalations when a deadline passes, and the
 * desk where agents do their tasks, wherever the process engine is.
 */
@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {
            "inquiry",
            "assistant :: facts",
            "assistant :: meaning",
            "privacy",
            "staff",
            "bpmn",
            "bpmn :: feel"
        })
@NullMarked
package org.tandem.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
