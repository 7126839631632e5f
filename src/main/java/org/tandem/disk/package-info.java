/**
 * H2 files that keep what has been committed, whatever happens to the machine, and stay small: H2 itself leaves the forcing to the
 * operating system. Nothing below it.
 */
@ApplicationModule(
        displayName = "Disk",
        allowedDependencies = {})
@NullMarked
package org.tandem.disk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
