package org.tandem.audit.web;

import java.util.Map;
import org.tandem.audit.Minimised;
import org.tandem.audit.Run;
import org.tandem.audit.Trail;

/** A variable, and whose it is. */
record ValueLine(String name, String text, String scope) {

    private static final int LONG = 120;

    static ValueLine of(Trail.Value value, Run run, Map<Long, String> scopes, Minimised minimised) {
        var scope = value.scope() == run.key() ? "whole process" : scopes.getOrDefault(value.scope(), "a step");
        return new ValueLine(value.name(), minimised.value(value.name(), value.json(), value.isCut()), scope);
    }

    public boolean isLong() {
        return text.length() > LONG || text.contains("\n");
    }
}
