package org.tandem.engine.rest.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes requests out of Netty's hands. */
final class Requests {

    private Requests() {}

    static Request read(FullHttpRequest request) {
        return read(request, ByteBufUtil.getBytes(request.content()));
    }

    static Request read(HttpRequest request, byte[] content) {
        var headers = new HashMap<String, String>();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        var query = new HashMap<String, String>();
        String path;
        try {
            var uri = new QueryStringDecoder(request.uri());
            uri.parameters().forEach((name, values) -> query.put(name, values.getLast()));
            path = uri.path().startsWith("/") ? uri.path() : "/";
        } catch (IllegalArgumentException notEncoded) {
            path = "/";
        }
        return new Request(request.method().name(), path, Map.copyOf(query), Map.copyOf(headers), content);
    }

    /** What makes it no request at all. */
    static @Nullable Problem flaw(HttpRequest request) {
        if (request.decoderResult().isSuccess()) {
            return null;
        }
        return Problem.invalid(
                "This is no HTTP request: %s.",
                String.valueOf(request.decoderResult().cause().getMessage()));
    }
}
