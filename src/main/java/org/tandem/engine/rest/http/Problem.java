package org.tandem.engine.rest.http;

import java.util.Map;

/** A request that is answered with a problem as RFC 9457 has it. The title is the reason's name in the Camunda API. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient Map<String, String> headers;

    private Problem(int status, String title, String detail, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.headers = headers;
    }

    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, Map.of());
    }

    static Problem of(int status, String title, String detail, Map<String, String> headers) {
        return new Problem(status, title, detail, headers);
    }

    public static Problem invalid(String detail, Object... arguments) {
        return of(400, "INVALID_ARGUMENT", detail.formatted(arguments));
    }

    public static Problem notFound(String detail, Object... arguments) {
        return of(404, "NOT_FOUND", detail.formatted(arguments));
    }

    /** Something that this engine has not and a Camunda 8 cluster has. */
    public static Problem notHere(String what) {
        return of(
                501,
                "NOT_IMPLEMENTED",
                what + " cannot be done by the embedded engine; a Camunda 8 cluster can do it.");
    }

    public static Problem tooLarge(int most) {
        return of(413, "PAYLOAD_TOO_LARGE", "The body is larger than the %,d bytes that are allowed.".formatted(most));
    }

    public int status() {
        return status;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    Answer answer(String path) {
        var body = Json.object()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail())
                .put("instance", path);
        return new Answer(status, "application/problem+json", Json.write(body), headers, () -> {});
    }
}
