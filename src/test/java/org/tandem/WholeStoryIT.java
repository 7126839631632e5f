package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.visibilityOfElementLocated;

import io.camunda.client.api.search.enums.UserTaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.tandem.testing.Chromium;

/**
 * The whole story in a real browser: a customer asks, the AI or a person answers, the customer sees it and rates.
 * The person answers through the engine's API. Needs Chromium and its driver. What was seen is kept in {@code target/story}.
 */
@Execution(ExecutionMode.CONCURRENT)
class WholeStoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path PICTURES = Path.of("target", "story");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void aCustomerGetsAnAnswerFromTheAiAndFromAPerson() throws Exception {
        Chromium.assumeIsHere();
        Files.createDirectories(PICTURES);
        try (var tandem = new RunningTandem(folder, TandemJar.BUILT)) {
            tandem.start();
            tandem.awaitEngine();
            tandem.awaitAssistant();
            var browser = new Browser();
            try {
                browser.tellTheStory(tandem);
            } finally {
                browser.keep("last-seen");
                browser.close();
            }
        }
    }

    private static final class Browser {

        private final ChromeDriver driver;
        private final WebDriverWait wait;

        Browser() {
            driver = Chromium.start();
            driver.manage().window().setSize(new Dimension(1400, 1000));
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
            aHalfTypedRatingSurvivesWhatComesIn();
            rate(5);
            keep("rated");

            ask(tandem, "I lost my job and cannot pay this month. I do not know what to do.");
            wait.until(textToBePresentInElementLocated(By.id("state"), "waiting for a person"));
            var conversation = driver.getCurrentUrl();
            keep("with-a-person");

            aPersonAnswers(tandem);

            driver.get(conversation);
            wait.until(visibilityOfElementLocated(By.cssSelector(".message.person")));
            assertThat(driver.findElement(By.cssSelector(".message.person .text"))
                            .getText())
                    .contains("I have paused your payments");
            click(By.id("solved"));
            rate(4);
            keep("answered-by-a-person");
        }

        private void ask(RunningTandem tandem, String text) {
            driver.get(tandem.helpPage());
            driver.findElement(By.id("text")).sendKeys(text);
            driver.findElement(By.id("name")).sendKeys("Robin Example");
            driver.findElement(By.id("email")).sendKeys(UUID.randomUUID() + "@customer.example");
            click(By.cssSelector("main form button.primary"));
            wait.until(visibilityOfElementLocated(By.id("state")));
        }

        private void aHalfTypedRatingSurvivesWhatComesIn() {
            var comment = wait.until(visibilityOfElementLocated(By.id("comment")));
            comment.sendKeys("Quick and kind");
            driver.executeScript("document.getElementById('comment').setSelectionRange(5,"
                    + " 9);document.querySelector('input[name=score][value=\"3\"]').checked ="
                    + " true;document.getElementById('text').value = 'half a"
                    + " message';document.querySelector('details.withdraw').open ="
                    + " true;document.getElementById('state').dataset.before = 'true';const live ="
                    + " document.querySelector('#live [hx-get]').getAttribute('hx-get');htmx.ajax('GET',"
                    + " live.replace(/seen=.*/, 'seen=nothing'), {target: '#live', swap: 'innerHTML'});");
            wait.until(browser ->
                    browser.findElements(By.cssSelector("#state[data-before]")).isEmpty());
            wait.until(browser -> "Quick and kind"
                    .equals(browser.findElement(By.id("comment")).getDomProperty("value")));
            assertThat(driver.executeScript("const at = document.activeElement;return [at.id, at.selectionStart,"
                            + " at.selectionEnd,"
                            + " document.querySelector('input[name=score]:checked').value,"
                            + " document.getElementById('text').value,"
                            + " document.querySelector('details.withdraw').open].join()"))
                    .isEqualTo("comment,5,9,3,half a message,true");
            driver.findElement(By.id("text")).clear();
        }

        private void rate(int score) {
            click(By.xpath(
                    "//section//label[.//input[@name='score' and @value='%1$d']] | //form//label[.//input[@name='score' and @value='%1$d']]"
                            .formatted(score)));
            click(By.cssSelector("form.rating button[type=submit]"));
            wait.until(textToBePresentInElementLocated(By.cssSelector("form.rating legend"), "Thank you"));
        }

        private static void aPersonAnswers(RunningTandem tandem) {
            try (var engine = tandem.engine()) {
                var task = await().atMost(PATIENCE)
                        .until(
                                () -> engine.newUserTaskSearchRequest()
                                        .filter(filter -> filter.elementId("Task_AnswerCustomer")
                                                .state(UserTaskState.CREATED))
                                        .send()
                                        .join()
                                        .items(),
                                tasks -> tasks.size() == 1)
                        .getFirst()
                        .getUserTaskKey();
                engine.newAssignUserTaskCommand(task).assignee("demo").send().join();
                engine.newCompleteUserTaskCommand(task)
                        .variables(Map.of(
                                "reply", "I am sorry to hear that. I have paused your payments for a month.",
                                "resolutionCode", "TIME_GIVEN",
                                "draftVerdict", "NO_DRAFT",
                                "topic", "none",
                                "productArea", "none"))
                        .send()
                        .join();
            }
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
