/** How long customers wait for a person: their place in the queue and an honest range, from what past customers waited. */
@NullMarked
package org.tandem.desk.waiting;

import org.jspecify.annotations.NullMarked;
