package org.tandem.desk.pool;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was asked for cannot be; nothing was changed. */
public final class PoolRefused extends RuntimeException {

    private final Map<String, String> flaws;

    PoolRefused(Map<String, String> flaws) {
        super(String.join(" ", flaws.values()));
        this.flaws = new LinkedHashMap<>(flaws);
    }

    PoolRefused(String field, String flaw) {
        this(Map.of(field, flaw));
    }

    /** By field, each in a sentence for whoever filled it in. */
    public Map<String, String> flaws() {
        return flaws;
    }
}
