/**
 * Starts a local Camunda 8 from Maven Central, as child processes of the application, when no other one is configured, and lets the
 * Camunda 8.8 client talk to it. Nothing depends on this module.
 */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
@NullMarked
package org.tandem.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
