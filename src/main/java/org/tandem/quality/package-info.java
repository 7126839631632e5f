/**
 * Whether answers were right, as far as people have looked: estimates from audits, a guardrail over automatic answers, and the rehearsal
 * of an assistant's whole life on labelled inquiries. It decides nothing about a single case.
 */
@ApplicationModule(
        displayName = "Quality",
        allowedDependencies = {
            "assistant",
            "assistant :: classifier",
            "assistant :: evaluation",
            "assistant :: knowledge",
            "privacy"
        })
@NullMarked
package org.tandem.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
