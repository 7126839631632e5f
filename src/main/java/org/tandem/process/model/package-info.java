/**
 * The model policy: reads the processes, decisions and forms that analysts change, and proves on them, before anything is deployed,
 * that a person is always reachable, that no AI text goes out without the confidence gate, that nothing waits for ever, and that
 * everything named or read exists.
 */
@NullMarked
package org.tandem.process.model;

import org.jspecify.annotations.NullMarked;
