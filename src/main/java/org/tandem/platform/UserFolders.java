package org.tandem.platform;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where an operating system wants a user's caches. */
final class UserFolders {

    private UserFolders() {}

    static Path cache() {
        return cache(
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")),
                System.getenv("XDG_CACHE_HOME"),
                System.getenv("LOCALAPPDATA"));
    }

    static Path cache(String os, Path home, @Nullable String xdgCacheHome, @Nullable String localAppData) {
        var system = os.toLowerCase(Locale.ROOT);
        if (system.contains("win") && !system.contains("darwin")) {
            return localAppData == null ? home.resolve("AppData").resolve("Local") : Path.of(localAppData);
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Caches");
        }
        return xdgCacheHome == null || xdgCacheHome.isBlank() ? home.resolve(".cache") : Path.of(xdgCacheHome);
    }
}
