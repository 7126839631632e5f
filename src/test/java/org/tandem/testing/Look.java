package org.tandem.testing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** How people look at pages. */
public enum Look {
    DESKTOP(1280, 1024, 1, false, false),
    /** What a desktop of 1280 by 1024 points shows at 200 %. */
    ZOOMED(640, 512, 2, false, false),
    PHONE_AT_NIGHT(360, 800, 2, true, true);

    private final Map<String, Object> metrics;
    private final boolean dark;

    Look(int width, int height, int scale, boolean phone, boolean dark) {
        this.metrics = Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", phone);
        this.dark = dark;
    }

    public void in(ChromeDriver browser) {
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics);
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** The same page at 200 % has the same colours and names, so that its width is all there is to check. */
    boolean isOnlyLarger() {
        return this == ZOOMED;
    }

    String inFileNames() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
