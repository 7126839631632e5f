/**
 * What runs inside the child processes. These classes see only the JDK and the child's own class path, and are handed to
 * the children as a small jar written at run time.
 */
@NullMarked
package org.tandem.platform.child;

import org.jspecify.annotations.NullMarked;
