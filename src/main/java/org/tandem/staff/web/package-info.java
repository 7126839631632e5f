/** The pages of signing in, of one's own account, and of everybody's for leads. */
@NullMarked
package org.tandem.staff.web;

import org.jspecify.annotations.NullMarked;
