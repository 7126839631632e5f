package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.openqa.selenium.support.ui.ExpectedConditions.elementToBeClickable;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.visibilityOfElementLocated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The whole story in a real browser: a customer asks, the AI or a person answers, the customer sees it and rates, Operate shows the path.
 * Needs Chromium and its driver. What was seen is kept in {@code target/story}.
 */
class WholeStoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path PICTURES = Path.of("target", "story");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void aCustomerGetsAnAnswerFromTheAiAndFromAPerson() throws Exception {
        var chromium = program("chromium", "chromium-browser", "google-chrome");
        var driver = program("chromedriver");
        assumeTrue(
                chromium.isPresent() && driver.isPresent(),
                "The browser test is skipped: there is no chromium with a chromedriver on the PATH");
        Files.createDirectories(PICTURES);
        try (var tandem = new RunningTandem(folder)) {
            tandem.start();
            tandem.awaitEngine();
            var browser = new Browser(chromium.get(), driver.get());
            try {
                browser.tellTheStory(tandem);
            } finally {
                browser.keep("last-seen");
                browser.close();
            }
        }
    }

    private static Optional<Path> program(String... names) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static final class Browser {

        private final ChromeDriver driver;
        private final WebDriverWait wait;

        Browser(Path chromium, Path chromeDriver) {
            var options = new ChromeOptions();
            options.setBinary(chromium.toString());
            options.addArguments(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--window-size=1400,1000");
            driver = new ChromeDriver(
                    new ChromeDriverService.Builder()
                            .usingDriverExecutable(chromeDriver.toFile())
                            .build(),
                    options);
            wait = new WebDriverWait(driver, PATIENCE);
        }

        void tellTheStory(RunningTandem tandem) throws IOException {
            ask(tandem, "How do I freeze my card in the app?");
            wait.until(visibilityOfElementLocated(By.cssSelector(".message.ai")));
            assertThat(driver.findElement(By.cssSelector(".message.ai .sources"))
                            .getText())
                    .startsWith("Written by AI");
            keep("ai-answer");
            click(By.id("solved"));
            rate(5);
            keep("rated");

            ask(tandem, "I lost my job and cannot pay this month. I do not know what to do.");
            wait.until(textToBePresentInElementLocated(By.id("state"), "A person"));
            var conversation = driver.getCurrentUrl();
            keep("with-a-person");

            answerInTasklist(tandem);

            driver.get(conversation);
            wait.until(visibilityOfElementLocated(By.cssSelector(".message.person")));
            assertThat(driver.findElement(By.cssSelector(".message.person .text"))
                            .getText())
                    .contains("I have paused your payments");
            click(By.id("solved"));
            rate(4);
            keep("answered-by-a-person");

            lookAtOperate(tandem);
        }

        private void ask(RunningTandem tandem, String text) {
            driver.get(tandem.helpPage());
            driver.findElement(By.id("text")).sendKeys(text);
            driver.findElement(By.id("name")).sendKeys("Robin Example");
            driver.findElement(By.id("email")).sendKeys(UUID.randomUUID() + "@customer.example");
            click(By.cssSelector("main form button.primary"));
            wait.until(visibilityOfElementLocated(By.id("state")));
        }

        private void rate(int score) {
            click(By.xpath(
                    "//section//label[.//input[@name='score' and @value='%1$d']] | //form//label[.//input[@name='score' and @value='%1$d']]"
                            .formatted(score)));
            click(By.cssSelector("form.rating button[type=submit]"));
            wait.until(textToBePresentInElementLocated(By.cssSelector("form.rating legend"), "Thank you"));
        }

        private void answerInTasklist(RunningTandem tandem) throws IOException {
            logIn(tandem.tasklist());
            click(By.xpath("//*[text()='Answer the customer']"));
            click(By.xpath("//button[contains(., 'Assign to me')]"));
            wait.until(visibilityOfElementLocated(By.xpath("//button[contains(., 'Unassign')]")));
            choose("payment plan");
            click(By.cssSelector("label[for$=Field_DraftVerdict-3]"));
            driver.findElement(By.cssSelector("textarea[id$=Field_ProductFeedback]"))
                    .sendKeys("none");
            type(
                    By.cssSelector("textarea[id$=Field_Reply]"),
                    "I am sorry to hear that. I have paused your payments for a month.");
            keep("tasklist");
            click(By.xpath("//button[contains(., 'Complete Task')]"));
            wait.until(browser -> browser.getPageSource().contains("Task completed")
                    || browser.findElements(By.xpath("//*[text()='Answer the customer']"))
                            .isEmpty());
        }

        private void choose(String answer) {
            var select = By.cssSelector(".fjs-form-field-select .fjs-input-group");
            click(select);
            click(By.xpath("//*[contains(@class, 'fjs-dropdownlist-item')][contains(., '%s')]".formatted(answer)));
            wait.until(textToBePresentInElementLocated(select, answer));
        }

        /** Types until it stays: Tasklist draws its form anew when the task is assigned. */
        private void type(By where, String text) {
            wait.ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                    .until(browser -> {
                        var field = browser.findElement(where);
                        if (!text.equals(field.getDomProperty("value"))) {
                            field.clear();
                            field.sendKeys(text);
                        }
                        return text.equals(browser.findElement(where).getDomProperty("value"));
                    });
        }

        private void lookAtOperate(RunningTandem tandem) throws IOException {
            driver.get(tandem.operate() + "/processes/" + inquirysProcess(tandem));
            wait.until(visibilityOfElementLocated(By.xpath("//*[contains(text(), 'Instance History')]")));
            wait.until(browser -> browser.getPageSource().contains("AI handles the inquiry"));
            keep("operate");
        }

        private static long inquirysProcess(RunningTandem tandem) {
            try (var engine = tandem.engine()) {
                return engine.newProcessInstanceSearchRequest()
                        .filter(filter -> filter.processDefinitionId("resolve-inquiry"))
                        .send()
                        .join()
                        .items()
                        .getLast()
                        .getProcessInstanceKey();
            }
        }

        private void logIn(String address) {
            driver.get(address);
            wait.until(elementToBeClickable(By.name("username"))).sendKeys("demo");
            driver.findElement(By.name("password")).sendKeys("demo");
            click(By.cssSelector("button[type=submit]"));
        }

        private void click(By what) {
            wait.ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                    .ignoring(org.openqa.selenium.ElementClickInterceptedException.class)
                    .until(browser -> {
                        List<WebElement> found = browser.findElements(what).stream()
                                .filter(WebElement::isDisplayed)
                                .filter(WebElement::isEnabled)
                                .toList();
                        if (found.isEmpty()) {
                            return false;
                        }
                        // to the middle, as Tasklist keeps a bar at the bottom in front of its form
                        driver.executeScript(
                                "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})",
                                found.getFirst());
                        found.getFirst().click();
                        return true;
                    });
        }

        private void keep(String name) throws IOException {
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        }

        void close() {
            driver.quit();
        }
    }
}
