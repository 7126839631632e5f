/**
 * The process engine's whereabouts: Tandem's own one in this application, or a given Camunda 8. It knows nothing of inquiries
 * and not the Camunda client, and no other module knows how the engine runs.
 */
@ApplicationModule(
        displayName = "Engine",
        allowedDependencies = {})
@NullMarked
package org.tandem.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
