package org.tandem.engine.rest;

import org.tandem.engine.rest.http.Body;
import org.tandem.engine.rest.http.Problem;

/** What several requests have in common. */
final class Bodies {

    static final String TENANT = "<default>";
    /** A thousand years: a moment further away is a mistake, and too large to reckon with. */
    static final long LONGEST_MILLIS = 31_557_600_000_000L;

    private Bodies() {}

    /** There is one tenant only. */
    static void checkTenant(Body body) {
        var tenant = body.optionalText("tenantId");
        if (tenant != null && !tenant.isEmpty()) {
            checkTenant("tenantId", tenant);
        }
    }

    static void checkTenant(String field, String tenant) {
        if (!tenant.equals(TENANT)) {
            throw Problem.invalid(
                    "The field '%s' is \"%s\"; the embedded engine knows \"%s\" only, tenants need a Camunda 8 cluster.",
                    field, tenant, TENANT);
        }
    }

    /** A number that clients give their operations; nothing here shows it. */
    static void skipReference(Body body) {
        body.optionalNumber("operationReference", 1, Long.MAX_VALUE);
    }

    /** As long as a message may be; the rest of a longer one (a stack trace, mostly) is cut. */
    static @org.jspecify.annotations.Nullable String message(Body body, String field) {
        var value = body.get(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw body.wrong(field, value, "a text");
        }
        var text = value.textValue().replace('\0', ' ');
        return text.length() <= 10_000 ? text : text.substring(0, 9_999) + "…";
    }
}
