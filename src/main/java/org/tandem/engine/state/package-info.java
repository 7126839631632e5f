/** What the engine knows: durable things that never change but are replaced, in memory as long as they are active, with their indexes. */
@NullMarked
package org.tandem.engine.state;

import org.jspecify.annotations.NullMarked;
