package org.tandem.quality.learning;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandem.inquiry.Customer;
import org.tandem.privacy.PersonalData;

/** Takes out of a text what tells who the customer is: personal data of all kinds, and the customer's own name. */
final class CustomersName {

    private static final int SHORTEST_NAME = 3;

    private CustomersName() {}

    static String maskedIn(String text, Customer customer) {
        var masked = PersonalData.mask(text);
        var names = Arrays.stream(customer.name().split("[\\s,.]+"))
                .filter(name -> name.length() >= SHORTEST_NAME)
                .map(Pattern::quote)
                .toList();
        return names.isEmpty()
                ? masked
                : Pattern.compile(
                                "(?<![\\p{L}\\p{N}])(?:%s)(?![\\p{L}\\p{N}])".formatted(String.join("|", names)),
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(masked)
                        .replaceAll(Matcher.quoteReplacement("[name]"));
    }
}
