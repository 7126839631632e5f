/** Who of the staff is signed in, which roles and groups they have, and which page and method of the API is for whom. */
@ApplicationModule(
        displayName = "Staff",
        allowedDependencies = {})
@NullMarked
package org.tandem.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
