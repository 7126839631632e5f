/**
 * The model policy: reads the processes, decisions and forms that analysts change, and proves on them, before anything is deployed,
 * that a person is always reachable, that no AI text goes out without the confidence gate, that nothing waits for ever, and that
 * everything named or read exists.
 */
@ApplicationModule(
        displayName = "Policy",
        allowedDependencies = {"bpmn", "bpmn :: feel"})
@NullMarked
package org.tandem.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
