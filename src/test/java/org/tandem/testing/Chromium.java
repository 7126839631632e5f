package org.tandem.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A real browser without a window. */
public final class Chromium {

    private static final Optional<Path> PROGRAM = program("chromium", "chromium-browser", "google-chrome");
    private static final Optional<Path> DRIVER = program("chromedriver");

    private Chromium() {}

    /** Skips the test where there is none. */
    public static void assumeIsHere() {
        assumeTrue(
                PROGRAM.isPresent() && DRIVER.isPresent(),
                "The browser test is skipped: there is no chromium with a chromedriver on the PATH");
    }

    public static ChromeDriver start() {
        assumeIsHere();
        var options = new ChromeOptions();
        options.setBinary(PROGRAM.orElseThrow().toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.orElseThrow().toFile())
                        .build(),
                options);
    }

    /** No serious findings by day and by night, and nothing beyond the edge, also of a phone and at 200 %. Leaves a picture of each. */
    public static void isAccessible(ChromeDriver browser, Path pictures, String page) throws IOException {
        for (var look : Look.values()) {
            look.in(browser);
            Files.write(
                    pictures.resolve("%s-%s.png".formatted(page, look.inFileNames())),
                    browser.getScreenshotAs(OutputType.BYTES));
            assertThat(browser.executeScript(
                            "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("how much %s at %s is wider than the window", page, look)
                    .isEqualTo(0L);
            if (!look.isOnlyLarger()) {
                assertThat(seriousFindings(browser)).as("%s at %s", page, look).isEmpty();
            }
        }
        Look.DESKTOP.in(browser);
    }

    /** What axe-core finds on the page that is open and calls serious or critical; behind a dialog nothing can be reached. */
    private static List<?> seriousFindings(ChromeDriver browser) throws IOException {
        var axe = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/resources/webjars/axe-core/*/axe.min.js")[0];
        browser.executeScript(axe.getContentAsString(StandardCharsets.UTF_8));
        return (List<?>) Objects.requireNonNull(browser.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document.querySelector('dialog:modal') ?? document, { resultTypes: ['violations'] }).then((found) => done(found.violations
                    .filter((one) => ['serious', 'critical'].includes(one.impact))
                    .map((one) => one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 160)).join(' | '))),
                    (failed) => done(['axe-core failed: ' + failed]));
                """));
    }

    private static Optional<Path> program(String... names) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
