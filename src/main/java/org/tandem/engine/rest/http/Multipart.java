package org.tandem.engine.rest.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The files and fields of a multipart form, in the order in which they came. */
public record Multipart(Map<String, byte[]> files, Map<String, String> fields) {

    public static Multipart of(Call call) {
        var type = call.contentType();
        if (type == null
                || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
                || !type.contains("boundary=")) {
            throw Problem.of(
                    415,
                    "UNSUPPORTED_MEDIA_TYPE",
                    "The body is '%s'; it must be 'multipart/form-data' with a boundary.".formatted(type));
        }
        var request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(call.content()));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        var form = new Multipart(new LinkedHashMap<>(), new LinkedHashMap<>());
        try {
            var decoder = new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), request);
            try {
                for (var part : decoder.getBodyHttpDatas()) {
                    form.add(part);
                }
            } finally {
                decoder.destroy();
            }
        } catch (DecoderException | IndexOutOfBoundsException | IOException flaw) {
            throw Problem.invalid("The body is no multipart form: %s.", String.valueOf(flaw.getMessage()));
        }
        return form;
    }

    private void add(InterfaceHttpData part) throws IOException {
        if (part instanceof FileUpload file) {
            if (files.put(Texts.checked("A file name", file.getFilename(), Texts.LONGEST_NAME), file.get()) != null) {
                throw Problem.invalid("There are two files '%s'.", file.getFilename());
            }
        } else if (part instanceof Attribute field) {
            fields.put(field.getName(), field.getValue());
        }
    }
}
