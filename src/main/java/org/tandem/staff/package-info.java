/**
 * Who of the staff is signed in, which roles and groups they have, and which page and method of the API is for whom. Accounts are kept
 * here, or people sign in with their organisation (OpenID Connect).
 */
@ApplicationModule(
        displayName = "Staff",
        allowedDependencies = {"disk", "limits"})
@NullMarked
package org.tandem.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
