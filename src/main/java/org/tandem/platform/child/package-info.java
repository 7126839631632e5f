/** What runs inside the child processes, on their class path and not on ours. */
@NullMarked
package org.tandem.platform.child;

import org.jspecify.annotations.NullMarked;
