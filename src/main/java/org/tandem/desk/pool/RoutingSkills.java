package org.tandem.desk.pool;

import java.util.Set;

/** The skills that tasks can need, as the decision that routes them writes them. */
@FunctionalInterface
public interface RoutingSkills {

    /** One that ends with a colon stands for all that begin with it, as {@code language:} does for {@code language:sv}. */
    Set<String> known();
}
