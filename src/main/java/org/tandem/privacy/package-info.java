/**
 * Finds what tells who a customer is, or lets others pay as the customer, and takes it out of a text. Whatever leaves the
 * database of cases goes through here first.
 */
@ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {})
@NullMarked
package org.tandem.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
