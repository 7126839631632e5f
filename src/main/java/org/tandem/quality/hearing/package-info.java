/** How quality hears of what happens to inquiries: once each, in order, and soon, without anybody waiting for it. */
@NullMarked
package org.tandem.quality.hearing;

import org.jspecify.annotations.NullMarked;
