package org.tandem.bpmn.feel;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.Ref;

/** All texts that an expression can come to. */
final class TextResults {

    private TextResults() {}

    /**
     * Nothing, if there may be others.
     *
     * @param known what is known already to be among them: passing it on adds none
     */
    static Optional<Set<String>> of(Exp tree, List<String> known) {
        return switch (tree) {
            case ConstString text -> Optional.of(Set.of(text.value()));
            case ConstNull$ nothing -> Optional.of(Set.of());
            case ConstBool truth -> Optional.of(Set.of());
            case ConstNumber number -> Optional.of(Set.of());
            case Ref ref -> Expression.names(ref).equals(known) ? Optional.of(Set.of()) : Optional.empty();
            case If choice ->
                of(choice.statement(), known)
                        .flatMap(one -> of(choice.elseStatement(), known).map(other -> {
                            var both = new HashSet<>(one);
                            both.addAll(other);
                            return Set.copyOf(both);
                        }));
            default -> Optional.empty();
        };
    }
}
