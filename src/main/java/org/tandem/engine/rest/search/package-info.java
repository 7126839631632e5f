/** Searches of the API as SQL: what can be filtered and sorted is declared per collection, the rest is the same for all. */
@NullMarked
package org.tandem.engine.rest.search;

import org.jspecify.annotations.NullMarked;
