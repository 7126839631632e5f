package org.tandem.staff.accounts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An account cannot be so; says of every field what is wrong with it. */
public class AccountRefused extends RuntimeException {

    private final Map<String, String> flaws;

    AccountRefused(Map<String, String> flaws) {
        super(flaws.values().stream().collect(Collectors.joining(" ")));
        this.flaws = new LinkedHashMap<>(flaws);
    }

    AccountRefused(String field, String flaw) {
        this(Map.of(field, flaw));
    }

    /** By field a sentence. */
    public Map<String, String> flaws() {
        return flaws;
    }
}
