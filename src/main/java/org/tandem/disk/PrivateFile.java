package org.tandem.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret that is random for each installation, in a file that only its owner reads. */
public final class PrivateFile {

    private PrivateFile() {}

    /** The text of the file; on the first call random bytes in base64 for URLs. */
    public static String secret(Path file, int randomBytes) throws IOException {
        if (Files.notExists(file)) {
            create(file, randomBytes);
        }
        return Files.readString(file).strip();
    }

    /** Written aside and moved, so that a crash in between leaves no half secret. */
    private static void create(Path file, int randomBytes) throws IOException {
        var secret = new byte[randomBytes];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var owned = file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "draft", ".secret", owned);
        Files.writeString(draft, Base64.getUrlEncoder().encodeToString(secret));
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Files.delete(draft);
        }
    }
}
