package org.tandem.engine.rest.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told.
 *
 * @param type the media type, null without a body
 * @param lost is run when the client has gone before it heard
 */
public record Answer(int status, @Nullable String type, byte[] body, Map<String, String> headers, Runnable lost) {

    public static final Answer NOTHING = new Answer(204, null, new byte[0], Map.of(), () -> {});

    /** Done, where the API says 200. */
    public static final Answer EMPTY = new Answer(200, null, new byte[0], Map.of(), () -> {});

    public static Answer json(JsonNode node) {
        return new Answer(200, "application/json", Json.write(node), Map.of(), () -> {});
    }

    public static Answer text(String type, String text) {
        return new Answer(200, type, text.getBytes(StandardCharsets.UTF_8), Map.of(), () -> {});
    }

    public Answer ifLost(Runnable then) {
        return new Answer(status, type, body, headers, then);
    }
}
