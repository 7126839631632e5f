package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.logging.Level;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tandem.audit.TestDoor;
import org.tandem.engine.ProcessTest;
import org.tandem.quality.numbers.GeneratedCases;
import org.tandem.staff.Role;
import org.tandem.testing.Chromium;
import org.tandem.testing.Look;

/** A team lead reads the numbers in a real browser. What they saw is kept in {@code target/quality}. */
@ProcessTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:history-browser;DB_CLOSE_DELAY=-1",
            "tandem.assistant.enabled=false",
            "tandem.access-key-file=target/journeys/access.key",
            "camunda.process-test.remote.client.execution-threads=8"
        })
@Import(TestDoor.class)
class QualityInTheBrowserIT extends Journey {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "quality");

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Autowired
    Clock clock;

    private ChromeDriver browser;

    @BeforeEach
    void openTheBrowser() throws IOException, SQLException {
        Files.createDirectories(PICTURES);
        GeneratedCases.fill(database, 6_000, 60, clock.instant());
        browser = Chromium.start();
        Look.DESKTOP.in(browser);
        open("/i/test-door/" + Role.LEAD);
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void aLeadReadsTheNumbersAndGoesToTheirCases() throws IOException {
        open("/quality");
        awaitCharts();
        keep("overview");
        assertThat(text(".comparison")).contains("Cost of a resolution", "Came back", "EUR");
        find(".comparison summary").sendKeys(Keys.ENTER);
        assertThat(text(".comparison details[open] p")).contains("went to people by chance");
        find("#chart-automation summary").sendKeys(Keys.ENTER);
        assertThat(text("#chart-automation tbody td")).matches("\\d+\\.\\d");
        Chromium.isAccessible(browser, PICTURES, "overview");

        Look.PHONE_AT_NIGHT.in(browser);
        open("/quality?days=7");
        awaitCharts();
        keep("overview-on-a-phone");
        fitsOnThePage();
        Look.DESKTOP.in(browser);

        open("/quality?days=90");
        awaitCharts();
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        keep("overview-printed");
        assertThat(find("form.period").isDisplayed()).isFalse();
        Look.DESKTOP.in(browser);
        open("/quality?days=90");

        find(".comparison td a").sendKeys(Keys.ENTER);
        assertThat(find("#what").getText()).startsWith("Cases that the AI answered first, and that were received.");
        assertThat(browser.findElements(By.cssSelector("tbody tr"))).hasSize(50);
        keep("cases");
        Chromium.isAccessible(browser, PICTURES, "cases");
        browser.findElement(By.linkText("Earlier ones")).click();
        assertThat(find(".pages").getText()).contains("Page 2");
        nothingWasBlocked();
    }

    @Test
    void theNumbersFollowWhatHappens() {
        open("/quality?days=7");
        awaitCharts();
        var before = cases();

        aCustomerAsks();

        await().atMost(PATIENCE).until(() -> cases() > before);
        awaitCharts();
        nothingWasBlocked();
    }

    /** Of all sides: the share of those that were automated says of how many. */
    private int cases() {
        var words = text(".tiles .quiet");
        return Integer.parseInt(words.replaceAll(".* of ([\\d,]+);.*", "$1").replace(",", ""));
    }

    /** All that there is something to draw of. */
    private void awaitCharts() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> find(".chart canvas").isDisplayed()
                        && browser.findElements(By.cssSelector(".chart:not([data-drawn]) canvas"))
                                .isEmpty());
    }

    private void fitsOnThePage() {
        assertThat(browser.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    private void open(String path) {
        browser.get("http://localhost:" + port + path);
    }

    /** At one moment: what is live may be another element in the next. */
    private String text(String css) {
        return String.valueOf(browser.executeScript("return document.querySelector(arguments[0]).innerText", css));
    }

    private WebElement find(String css) {
        return browser.findElement(By.cssSelector(css));
    }

    private void nothingWasBlocked() {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .extracting(LogEntry::getMessage)
                .filteredOn(message -> !message.contains("/favicon.ico"))
                .isEmpty();
    }

    /** The whole page, however long. */
    private void keep(String name) throws IOException {
        var picture = browser.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.write(PICTURES.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(picture.get("data"))));
    }
}
