/** Keeps the engine's state and history in a database: one transaction for a group of commands, forced to the disk. */
@NullMarked
package org.tandem.engine.store;

import org.jspecify.annotations.NullMarked;
