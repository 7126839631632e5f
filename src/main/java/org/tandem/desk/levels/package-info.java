/** What is promised to customers and to the law: deadlines as absolute moments, pauses, complaint clocks, and what happens when one passes. */
@NamedInterface("levels")
@NullMarked
package org.tandem.desk.levels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
