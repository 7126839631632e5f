package org.tandem.policy;

import java.util.List;
import java.util.stream.Collectors;

/** The models break the policy and are not deployed. */
public final class ModelsRefused extends RuntimeException {

    private final transient List<Violation> violations;

    public ModelsRefused(List<Violation> violations) {
        super("The models are not deployed, they break %s:%n%s"
                .formatted(
                        violations.size() == 1 ? "a rule" : "rules in %d places".formatted(violations.size()),
                        violations.stream().map(violation -> "- " + violation).collect(Collectors.joining("\n"))));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
