/**
 * What is known of customers' accounts, for answers that need it: a sample of orders and payments in our own database. A company
 * puts an {@link org.tandem.assistant.AccountFacts} in front of its own systems instead.
 */
@ApplicationModule(displayName = "Account", allowedDependencies = "assistant :: facts")
@NullMarked
package org.tandem.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
