/** What of a message its writer says, and what only stands around it: quotations, greetings, signatures, automatic mail. */
@NullMarked
package org.tandem.assistant.letter;

import org.jspecify.annotations.NullMarked;
