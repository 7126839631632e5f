/** Signing in with the organisation, by OpenID Connect. */
@NullMarked
package org.tandem.staff.oidc;

import org.jspecify.annotations.NullMarked;
