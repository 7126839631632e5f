/**
 * What automation achieves and what it costs: one row per inquiry, made from what happened to it, and the sums of each day that pages
 * show. Whatever is shown can be made again from what was heard.
 */
@NullMarked
package org.tandem.quality.numbers;

import org.jspecify.annotations.NullMarked;
