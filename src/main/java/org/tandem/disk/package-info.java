/**
 * Files: those of H2 keep what has been committed, whatever happens to the machine, and stay small, since H2 itself leaves the forcing to
 * the operating system; those of secrets are read by their owner only. Nothing below it.
 */
@ApplicationModule(
        displayName = "Disk",
        allowedDependencies = {})
@NullMarked
package org.tandem.disk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
