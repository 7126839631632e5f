package org.tandem.assistant;

import java.util.Map;
import org.springframework.modulith.NamedInterface;

/**
 * Tells what is known of a customer's account, by the names that approved answers use in their slots, such as
 * {@code order.dueDate}. An implementation has to be sure whose account it is: its facts are told to whoever asked.
 */
@FunctionalInterface
@NamedInterface("facts")
public interface AccountFacts {

    AccountFacts NONE = customerKey -> Map.of();

    /** Ready to be read by the customer. What is not known is left out. */
    Map<String, String> of(String customerKey);
}
