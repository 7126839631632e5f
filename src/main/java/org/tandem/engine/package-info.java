/**
 * The embedded engine: runs the processes that {@code bpmn} reads and speaks the Camunda 8.8 REST API, so that unmodified Camunda 8
 * clients work with it. It knows nothing of inquiries and nothing of the Camunda client.
 */
@ApplicationModule(
        displayName = "Engine",
        allowedDependencies = {"bpmn", "bpmn :: feel", "disk"})
@NullMarked
package org.tandem.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
