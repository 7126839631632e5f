package org.tandem.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.disk.PrivateFile;

/** Makes and checks the tokens that open an inquiry. They follow from its id and a secret, so none is stored anywhere. */
@Component
class AccessKey {

    private static final int SHORTEST = 32;

    private final SecretKeySpec key;

    AccessKey(InquirySettings settings) {
        var bytes = settings.accessKey() == null || settings.accessKey().isBlank()
                ? fromFile(settings.accessKeyFile().toAbsolutePath())
                : decoded(settings.accessKey(), "tandem.access-key");
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    String tokenFor(InquiryId id) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var code = mac.doFinal(id.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot compute HMAC-SHA256", e);
        }
    }

    /** In constant time, so that a token cannot be guessed piece by piece. */
    boolean opens(InquiryId id, String token) {
        return MessageDigest.isEqual(
                tokenFor(id).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] fromFile(Path file) {
        try {
            return decoded(PrivateFile.secret(file, SHORTEST), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The access key cannot be kept in %s; make that writable or set tandem.access-key".formatted(file),
                    e);
        }
    }

    private static byte[] decoded(String text, String from) {
        try {
            var bytes =
                    Base64.getDecoder().decode(text.strip().replace('-', '+').replace('_', '/'));
            if (bytes.length >= SHORTEST) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw notAKey(from, e);
        }
        throw notAKey(from, null);
    }

    private static IllegalStateException notAKey(String from, @Nullable Throwable cause) {
        return new IllegalStateException(
                "%s is not a key: it needs at least %d random bytes in base64, for example from 'openssl rand -base64 32'"
                        .formatted(from, SHORTEST),
                cause);
    }
}
