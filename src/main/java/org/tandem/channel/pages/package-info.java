/** The pages customers see: ask, follow the conversation, and plain words when something fails. Work without JavaScript. */
@NullMarked
package org.tandem.channel.pages;

import org.jspecify.annotations.NullMarked;
