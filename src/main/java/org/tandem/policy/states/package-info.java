/**
 * All states that the processes can be in: tokens on flow nodes, with called processes expanded, together with what is certain about
 * the variables. The rules of the policy are questions to this graph.
 */
@NamedInterface("states")
@NullMarked
package org.tandem.policy.states;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
