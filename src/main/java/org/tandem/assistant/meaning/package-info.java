/** What texts mean, and which of them mean much the same. */
@NamedInterface("meaning")
@NullMarked
package org.tandem.assistant.meaning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
