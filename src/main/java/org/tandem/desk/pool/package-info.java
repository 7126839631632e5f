/**
 * The flexible pool: what agents can do, when they are there, which work they are offered and why. Whoever prefers to take work from the list
 * still can.
 */
@NamedInterface("pool")
@NullMarked
package org.tandem.desk.pool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
