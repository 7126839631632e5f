package org.tandem.engine.rest.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it came; header names are in lower case. */
record Request(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] content) {

    @Nullable
    String header(String name) {
        return headers.get(name);
    }
}
