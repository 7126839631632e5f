/**
 * What happened, for those who inspect it: which processes ran for a case, which way they took, who and what decided, and what failed.
 * The engine tells it; personal data is shown only as far as a role needs it.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"inquiry", "privacy", "staff"})
@NullMarked
package org.tandem.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
