package org.tandem.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what was downloaded, compared with the one this version of Tandem was built for. */
final class Checksum {
    private Checksum() {}

    static void require(Path file, String expected) {
        var actual = sha256(file);
        if (!actual.equals(expected)) {
            throw new PlatformException(
                    "%s is not the file that was published: its SHA-256 is %s instead of %s."
                            .formatted(file, actual, expected),
                    "Delete it and start again. If that does not help, the repository that Maven uses here is not to be"
                            + " trusted.");
        }
    }

    static String sha256(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return sha256(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String sha256(InputStream bytes) throws IOException {
        var digest = newDigest();
        new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
