/**
 * Whether answers were right, as far as people have looked: outcomes, audits, a guardrail over automatic answers, the numbers that show
 * cost and quality side by side, and the rehearsal of an assistant's whole life on labelled inquiries. It says which topics may be
 * answered automatically, and decides nothing else about a single case.
 */
@ApplicationModule(
        displayName = "Quality",
        allowedDependencies = {
            "assistant",
            "assistant :: classifier",
            "assistant :: evaluation",
            "assistant :: guarantee",
            "assistant :: knowledge",
            "assistant :: meaning",
            "bpmn",
            "bpmn :: feel",
            "disk",
            "engine :: decisions",
            "inquiry",
            "policy",
            "privacy",
            "staff"
        })
@NullMarked
package org.tandem.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
