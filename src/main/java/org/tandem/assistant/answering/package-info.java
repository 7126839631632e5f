/** An optional language model that may say an approved answer in other words, and the check that it says nothing else. */
@NullMarked
package org.tandem.assistant.answering;

import org.jspecify.annotations.NullMarked;
