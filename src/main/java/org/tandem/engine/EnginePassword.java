package org.tandem.engine;

import java.io.IOException;
import java.nio.file.Path;
import org.tandem.disk.PrivateFile;

/** The embedded engine's password, made on the first start. */
final class EnginePassword {

    static final String USER = "tandem";
    private static final int BYTES = 24;

    private EnginePassword() {}

    static String in(Path file) {
        try {
            var password = PrivateFile.secret(file, BYTES);
            if (password.isEmpty()) {
                throw new EngineMisconfigured(
                        "The engine's password file %s is empty.".formatted(file.toAbsolutePath()),
                        "Delete it, and the next start makes a new one.");
            }
            return password;
        } catch (IOException e) {
            throw new EngineMisconfigured(
                    "The engine's password cannot be kept in %s: %s".formatted(file.toAbsolutePath(), e),
                    "Make that writable, or set tandem.engine.password-file to another file.");
        }
    }
}
