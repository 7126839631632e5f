/**
 * The process engine's whereabouts: starts a local Camunda 8 as child processes when none is configured, and tells the
 * Camunda client where the engine is. It knows nothing of inquiries, and no other module knows how the engine runs.
 */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
@NullMarked
package org.tandem.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
