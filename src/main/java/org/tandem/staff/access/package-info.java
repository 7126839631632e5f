/** Which page and method of the staff is for whom, and what the others are told. */
@NullMarked
package org.tandem.staff.access;

import org.jspecify.annotations.NullMarked;
