package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tandem.audit.TestDoor;
import org.tandem.engine.ProcessTest;
import org.tandem.staff.Role;
import org.tandem.testing.Chromium;
import org.tandem.testing.Look;

/** An auditor and an operator in a real browser. What they saw is kept in {@code target/history}. */
@ProcessTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:history-browser;DB_CLOSE_DELAY=-1",
            "tandem.assistant.enabled=false",
            "tandem.access-key-file=target/journeys/access.key",
            "camunda.process-test.remote.client.execution-threads=8"
        })
@Import(TestDoor.class)
class HistoryInTheBrowserIT extends Journey {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "history");

    @LocalServerPort
    int port;

    private ChromeDriver browser;

    @BeforeEach
    void openTheBrowser() throws IOException {
        Files.createDirectories(PICTURES);
        browser = Chromium.start();
        Look.DESKTOP.in(browser);
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void anAuditorFindsACaseAndSeesItsWayAndTheRowThatDecided() throws IOException {
        theAssistantIsUnsure();
        var id = aCustomerAsks();
        anAgentAnswers(id, "anna");
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");
        signIn(Role.AUDITOR);

        open("/history");
        find("#case").sendKeys(inquiries.get(id).number() + Keys.ENTER);
        awaitText("#count", "2 process instances");
        accessible("search");
        browser.findElement(By.xpath("//tr[td[.='Resolve an inquiry']]/th/a")).click();

        awaitDrawn();
        assertThat(markersOf("Task_ApplyConfidenceGate")).contains("is-done");
        assertThat(markersOf("Flow_DraftAnswer_ApplyConfidenceGate")).contains("is-taken");
        assertThat(markersOf("Flow_AnswerItself_SendAiAnswer")).doesNotContain("is-taken");
        assertThat(find("#diagram").getText()).contains("here", "✓");
        assertThat(find(".bjs-powered-by").isDisplayed()).isTrue();
        keep("run");
        into("#decisions-title");
        keep("decision");
        accessible("run");

        find("#diagram").sendKeys("+", Keys.ARROW_LEFT, "0");
        browser.findElement(By.xpath("//button[text()='Draft an answer']")).sendKeys(Keys.ENTER);
        assertThat(markersOf("Task_DraftAnswer")).contains("is-sought");

        inTheGate("summary").sendKeys(Keys.ENTER);
        await().atMost(PATIENCE).until(() -> inTheGate(".table-viewer").getDomAttribute("data-drawn"), "true"::equals);
        var matched = inTheGate(".table-viewer").getDomAttribute("data-matched");
        assertThat(browser.findElements(By.cssSelector(".table-viewer td.is-matched[data-row-id=" + matched + "]")))
                .hasSizeGreaterThan(5);
        assertThat(inTheGate(".table-viewer td.rule-index.is-matched").getText())
                .contains("matched");
        into("details.drawn");
        keep("table");
        find("details[id^=text-] summary").sendKeys(Keys.ENTER);
        assertThat(find("table.rules tr.is-matched th").getText()).contains("matched");
        into("table.rules");
        keep("table-as-text");
        accessible("run-with-tables");

        Look.PHONE_AT_NIGHT.in(browser);
        open("/history?case=" + inquiries.get(id).number());
        browser.findElement(By.xpath("//tr[td[.='Resolve by a person']]/th/a")).click();
        awaitDrawn();
        into(".diagram");
        keep("diagram-on-a-phone");
        assertThat(find("main").getText()).contains("anna", "Resolve an inquiry");

        nothingWasBlocked();
    }

    @Test
    void theDiagramFollowsAProcessThatRuns() throws IOException {
        theAssistantIsUnsure();
        var id = aCustomerAsks();
        theOpenTask();
        signIn(Role.LEAD);
        open("/history?case=" + inquiries.get(id).number());
        awaitText("#count", "2 process instances");
        browser.findElement(By.xpath("//tr[td[.='Resolve by a person']]/th/a")).click();
        awaitDrawn();
        assertThat(markersOf("Task_AnswerCustomer")).contains("is-here");
        find("td.value details summary").sendKeys(Keys.ENTER);
        var opened = find("#live details[open]").getDomAttribute("id");

        anAgentAnswers(id, "anna");

        await().atMost(PATIENCE).until(() -> markersOf("Task_AnswerCustomer").contains("is-done"));
        assertThat(browser.findElements(By.cssSelector("#" + opened + "[open]")))
                .isNotEmpty();
        assertThat(find("#standing").getText()).contains("It stands at");
        nothingWasBlocked();
    }

    @Test
    void anOperatorSeesAnIncidentAndLetsItTryAgain() throws IOException {
        var key = anIncident("history-broken");
        signIn(Role.OPERATOR);

        open("/history?incident=yes");
        browser.findElement(By.linkText(Long.toString(key))).click();
        assertThat(find("#incidents").getText()).contains("open", "The shop does not answer");
        keep("incident");
        accessible("incident");
        find("#incidents button").click();

        awaitText("#notice", "tries again");
        await().atMost(PATIENCE).until(() -> !find("#incidents").getText().contains("open"));
    }

    @Test
    void aDiagramThatCannotBeDrawnIsShownAsItIs() throws IOException {
        var key = anIncident("history-undrawn");
        signIn(Role.ANALYST);

        open("/history/" + key);

        await().atMost(PATIENCE).until(() -> find("#diagram-failure").isDisplayed());
        assertThat(find("#diagram-raw").getText()).contains("history-undrawn");
        keep("undrawn");
        accessible("undrawn");
    }

    /** The last of the two decisions; the one before says which share of wrong answers is tolerated. */
    private WebElement inTheGate(String css) {
        return browser.findElement(By.xpath("(//details[contains(@class, 'drawn')])[last()]"))
                .findElement(By.cssSelector(css));
    }

    /** A process without a drawing, whose only step has failed. */
    private long anIncident(String process) {
        var model = Bpmn.createExecutableProcess(process)
                .startEvent()
                .serviceTask("work")
                .zeebeJobType(process)
                .endEvent()
                .done();
        var file = Bpmn.convertToString(model).replaceAll("(?s)<bpmndi:.*</bpmndi:BPMNDiagram>", "");
        engine.newDeployResourceCommand()
                .addResourceString(file, StandardCharsets.UTF_8, process + ".bpmn")
                .send()
                .join();
        var key = engine.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .send()
                .join()
                .getProcessInstanceKey();
        var job = await().atMost(PATIENCE)
                .until(
                        () -> engine.newActivateJobsCommand()
                                .jobType(process)
                                .maxJobsToActivate(1)
                                .requestTimeout(Duration.ofSeconds(-1))
                                .send()
                                .join()
                                .getJobs(),
                        jobs -> !jobs.isEmpty())
                .getFirst();
        engine.newFailCommand(job)
                .retries(0)
                .errorMessage("The shop does not answer")
                .send()
                .join();
        return key;
    }

    private void signIn(Role role) {
        open("/i/test-door/" + role);
    }

    private void open(String path) {
        browser.get("http://localhost:" + port + path);
    }

    private org.openqa.selenium.WebElement find(String css) {
        return browser.findElement(By.cssSelector(css));
    }

    private void awaitText(String css, String text) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> find(css).getText().contains(text));
    }

    private void awaitDrawn() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> find("#diagram").getDomAttribute("data-drawn"), "true"::equals);
    }

    private String markersOf(String element) {
        return String.valueOf(
                find("#diagram g[data-element-id=" + element + "]").getDomAttribute("class"));
    }

    private void into(String css) {
        browser.executeScript("arguments[0].scrollIntoView({block: 'start', behavior: 'instant'})", find(css));
    }

    /** Nothing failed, and the strict policy blocks nothing but how dmn-js styles its sign, which history.css does in its place. */
    private void nothingWasBlocked() {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .extracting(LogEntry::getMessage)
                .filteredOn(message -> !message.contains("/favicon.ico"))
                .filteredOn(message -> !(message.contains("/dmn-viewer.production.min.js")
                        && (message.contains("Applying inline style violates") || message.contains("Inferno"))))
                .isEmpty();
    }

    private void accessible(String what) throws IOException {
        Chromium.isAccessible(browser, PICTURES, what);
    }

    private void keep(String name) throws IOException {
        Files.write(PICTURES.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }
}
