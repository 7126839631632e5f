package org.tandem.policy.states;

import org.jspecify.annotations.Nullable;

/** What variables and subscriptions belong to: a running process, or a place in it. */
sealed interface Scoped permits Frame, Place {

    /** The next wider scope for variables; a called process sees nothing of its caller. */
    @Nullable
    Scoped wider();
}
