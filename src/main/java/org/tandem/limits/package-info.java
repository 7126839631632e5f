/** How often one client may do something that costs others: a number of times in a period, for each address. Nothing below it. */
@ApplicationModule(
        displayName = "Limits",
        allowedDependencies = {})
@NullMarked
package org.tandem.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
