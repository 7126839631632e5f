/**
 * Which agent is offered which task: a pure function of what is waiting, who is there and the rules, without a clock, chance or database. The
 * pool and its simulation both run this code.
 */
@NullMarked
package org.tandem.desk.pool.allocation;

import org.jspecify.annotations.NullMarked;
