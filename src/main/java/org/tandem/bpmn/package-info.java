/**
 * BPMN, DMN, forms and FEEL as the files have them: read once, with the engine's own libraries, into definitions that do not change.
 * The policy explores them and the embedded engine runs them, so that there is one meaning of a model in the house.
 */
@ApplicationModule(
        displayName = "BPMN",
        allowedDependencies = {})
@NullMarked
package org.tandem.bpmn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
