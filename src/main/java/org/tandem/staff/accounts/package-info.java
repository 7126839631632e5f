/** The accounts that are kept here, their passwords, and signing in with them. */
@NullMarked
package org.tandem.staff.accounts;

import org.jspecify.annotations.NullMarked;
