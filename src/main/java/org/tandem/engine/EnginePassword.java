package org.tandem.engine;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The embedded engine's password: random for each installation, in a file that only its owner reads. */
final class EnginePassword {

    static final String USER = "tandem";
    private static final int BYTES = 24;

    private EnginePassword() {}

    static String in(Path file) {
        var absolute = file.toAbsolutePath();
        try {
            if (Files.notExists(absolute)) {
                create(absolute);
            }
            var password = Files.readString(absolute).strip();
            if (password.isEmpty()) {
                throw new EngineMisconfigured(
                        "The engine's password file %s is empty.".formatted(absolute),
                        "Delete it, and the next start makes a new one.");
            }
            return password;
        } catch (IOException e) {
            throw new EngineMisconfigured(
                    "The engine's password cannot be kept in %s: %s".formatted(absolute, e),
                    "Make that writable, or set tandem.engine.password-file to another file.");
        }
    }

    /** Written aside and moved, so that a crash in between leaves no half password. */
    private static void create(Path file) throws IOException {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(file.getParent());
        var owned = file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        var draft = Files.createTempFile(file.getParent(), "engine", ".password", owned);
        Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Files.delete(draft);
        }
    }
}
