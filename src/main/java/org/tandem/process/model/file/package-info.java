/** The models as their files have them: processes, decisions and forms, reduced to what the policy needs to follow them. */
@NullMarked
package org.tandem.process.model.file;

import org.jspecify.annotations.NullMarked;
