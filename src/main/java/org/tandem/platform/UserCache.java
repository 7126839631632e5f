package org.tandem.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The folder in which the system wants programs to keep what they can fetch again. */
final class UserCache {
    private UserCache() {}

    static Path directory() {
        return directory(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    static Path directory(String system, Path home, Map<String, String> environment) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win") && !name.contains("darwin")) {
            return under(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
        }
        if (name.contains("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("tandem");
        }
        return under(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
    }

    private static Path under(Map<String, String> environment, String variable, Path otherwise) {
        var value = environment.getOrDefault(variable, "");
        return (value.isBlank() ? otherwise : Path.of(value)).resolve("tandem");
    }
}
