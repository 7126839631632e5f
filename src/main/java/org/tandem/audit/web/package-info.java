/** The pages on which the history of processes is read. */
@NullMarked
package org.tandem.audit.web;

import org.jspecify.annotations.NullMarked;
