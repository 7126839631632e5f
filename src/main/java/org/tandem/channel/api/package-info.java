/** The REST API, documented at {@code /api/docs}. */
@NullMarked
package org.tandem.channel.api;

import org.jspecify.annotations.NullMarked;
