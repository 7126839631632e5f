/** The pages of quality, for team leads and for those who look into what was decided. */
@NullMarked
package org.tandem.quality.web;

import org.jspecify.annotations.NullMarked;
