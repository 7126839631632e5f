/** Which share of what customers ask is about none of the topics, as people who answered or audited have seen it. */
@NullMarked
package org.tandem.quality.outside;

import org.jspecify.annotations.NullMarked;
