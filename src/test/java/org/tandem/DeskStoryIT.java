package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.Keys;
import org.tandem.testing.Chromium;

/**
 * The desk in real browsers: two agents at once, one of them slower; what is typed outlives a reload, the end of a session, a second
 * window, other hands, and an application that is killed with its engine; the customer reads the answer. Needs Chromium and its driver. What was seen is kept in {@code target/desk}.
 */
@Execution(ExecutionMode.CONCURRENT)
class DeskStoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String[] SETTINGS = {"--spring.profiles.active=local", "--tandem.assistant.enabled=false"};
    private static final String FIELD = DeskBrowser.field("Field_Reply");
    private static final String REPLY = "Dear Robin, I have paused your payments for a month.";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void anAgentAnswersACustomerWhileAnotherIsSlower() throws Exception {
        Chromium.assumeIsHere();
        try (var tandem = new RunningTandem(folder)) {
            tandem.start(SETTINGS);
            tandem.awaitEngine();
            var asked = ask(tandem);
            var number = asked.get("number").asText();
            try (var amira = new DeskBrowser(tandem.helpPage(), "amira");
                    var ben = new DeskBrowser(tandem.helpPage(), "ben")) {
                amira.open("/sign-in");
                amira.isAccessible("sign-in");
                signIn(amira);
                signIn(ben);
                theirOwnPagesAreAccessible(amira, ben);

                amira.open("/desk?view=groups");
                amira.await("document.querySelector('main').innerText.includes('%s')".formatted(number));
                amira.isAccessible("list");
                ben.open("/desk?view=groups");
                ben.await("document.querySelector('main').innerText.includes('%s')".formatted(number));

                amira.click(".tasks .title");
                amira.await("document.querySelector('#form .fjs-container')");
                ben.click(".tasks .title");
                ben.await("document.querySelector('#claim')");
                amira.click("#claim");
                amira.await("document.querySelector('#completion:not([hidden])')");
                amira.isAccessible("task");
                theSlowerOneIsToldSo(ben);

                whatIsMissingIsNamed(amira);
                whatIsTypedOutlivesAReload(amira);
                whatIsInsertedKeepsItsLines(amira);
                tandem.write(asked, "My landlord wants it by Friday.");
                whatTheCustomerAddsIsBesideTheFormAndWhatIsTypedStays(amira);
                whatIsTypedOutlivesTheSession(amira);
                whatTwoWindowsHoldIsSeenAndNotLost(amira);
                whatIsTypedOutlivesOtherHands(amira, ben);
                whatIsTypedOutlivesAKill(amira, tandem);
                ben.inNewTab(() -> signIn(ben));
                completes(amira, number);
                ben.await("document.querySelector('#sentence').innerText == 'This task was completed by amira.'");

                amira.visit(asked.get("links").get("page").asText());
                amira.await("document.querySelector('.message.person')?.innerText.includes('%s')".formatted(REPLY));
                amira.isAccessible("customers-page");
                amira.click(".number a");
                amira.await("document.querySelector('#sentence')?.innerText == 'This task was completed by amira.'");

                whatIsDeclinedGoesToTheNextAndCostsNothing(tandem, amira, ben);
                whatIsAcceptedIsTheirs(tandem, amira);
                aLeadSeesQueuesAndThePool(tandem, ben);
                whatWasDoneIsPaid(amira, number);
                whatWasLearnedOfTheProductIsOnTheBoard(amira, ben);
            }
        }
    }

    private static void whatIsDeclinedGoesToTheNextAndCostsNothing(
            RunningTandem tandem, DeskBrowser amira, DeskBrowser ben) throws Exception {
        amira.open("/desk/offers");
        amira.isAccessible("offers-away");
        amira.click("#switch");
        amira.await("document.querySelector('main').innerText.includes('You are available.')");
        var asked = ask(tandem).get("number").asText();
        amira.await("document.querySelector('.offers h3')?.innerText.includes('%s')".formatted(asked));
        assertThat(amira.text(".offers .price")).matches("(?s)\\d+\\.\\d\\d EUR.*answer.*");
        assertThat(amira.text(".offers .why")).contains("Nobody else who is available and has room can do it.");
        amira.await("document.querySelector('.countdown').innerText.match(/\\d/)");
        amira.run("window.left = document.querySelector('.countdown').innerText");
        amira.await("document.querySelector('.countdown').innerText != window.left");
        amira.isAccessible("offer");

        amira.click(".offers [id^='decline-']");
        amira.await("document.querySelector('main').innerText.includes('Declined. It costs you nothing.')");
        ben.open("/desk/offers");
        ben.click("#switch");
        ben.await("document.querySelector('main').innerText.includes('You are available.')");
        ben.open("/desk");
        ben.await("document.querySelector('#offers-now').dataset.open == '1'");
        ben.isAccessible("count");
        ben.open("/desk/offers");
        assertThat(ben.text(".offers h3")).contains(asked);
        ben.click("#switch");
        ben.await("document.querySelector('main').innerText.includes('You are away.')");
    }

    private static void whatIsAcceptedIsTheirs(RunningTandem tandem, DeskBrowser amira) throws Exception {
        amira.open("/desk/offers");
        ask(tandem);
        amira.click(".offers [id^='accept-']");
        amira.await("document.querySelector('#completion:not([hidden])')");
        assertThat(amira.text("#sentence")).isEqualTo("You have this task.");
        amira.open("/desk/offers");
        amira.isAccessible("offers");
    }

    private static void aLeadSeesQueuesAndThePool(RunningTandem tandem, DeskBrowser ben) throws Exception {
        ask(tandem);
        ben.open("/desk/queues");
        ben.await("document.querySelector('#queue-general')");
        assertThat(ben.text(".queues")).contains("general", "How long a case takes is not known yet");
        ben.isAccessible("queues");
        ben.click("#queue-general");
        ben.await("document.querySelector('[id^=\"steer-\"]')");
        ben.isAccessible("queue");
        ben.click("[id^='steer-']");
        ben.await("document.querySelector('#agent')");
        ben.isAccessible("steer");
        ben.open("/desk/pool");
        assertThat(ben.text("main")).contains("1 of 3 are available", "amira");
        ben.isAccessible("pool");
        ben.open("/desk/pool/agents/amira");
        ben.isAccessible("agent");
        ben.open("/desk/pool/changes");
        assertThat(ben.text("main")).contains("eva", "Noted");
        ben.isAccessible("pool-changes");
        ben.open("/history");
        ben.await("document.querySelector('main').innerText.includes('changes of the pool')");
    }

    private static void whatWasDoneIsPaid(DeskBrowser amira, String number) throws Exception {
        amira.open("/desk/earnings");
        amira.awaitReloading("document.querySelector('main table')?.innerText.includes('%s')".formatted(number));
        assertThat(amira.text(".tiles")).contains("Today", "1 paid piece of work", "EUR");
        amira.isAccessible("earnings");
    }

    private static void whatWasLearnedOfTheProductIsOnTheBoard(DeskBrowser amira, DeskBrowser ben) throws Exception {
        amira.open("/desk/feedback");
        amira.awaitReloading("document.querySelector('main table')?.innerText.includes('Show the due date')");
        amira.isAccessible("feedback");
        ben.open("/desk/feedback");
        ben.click("main table a");
        ben.await("document.querySelector('[name=status]')");
        ben.isAccessible("theme");
        ben.run("document.querySelector('[name=status]').value = 'planned';"
                + " document.querySelector('[name=status]').form.requestSubmit()");
        ben.await("document.querySelector('main').innerText.includes('The status is changed.')");
        amira.awaitReloading("document.querySelector('main table')?.innerText.includes('Planned')");
    }

    private static JsonNode ask(RunningTandem tandem) {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> tandem.ask(
                                "I lost my job and cannot pay. I want a person.",
                                UUID.randomUUID() + "@customer.example"),
                        answer -> answer.hasNonNull("number"));
    }

    private void signIn(DeskBrowser browser) throws Exception {
        browser.signIn(Files.readString(folder.resolve(".tandem/people/" + browser.who() + ".password"))
                .strip());
    }

    private static void theirOwnPagesAreAccessible(DeskBrowser amira, DeskBrowser ben) throws Exception {
        amira.open("/account");
        amira.isAccessible("account");
        amira.open("/staff");
        amira.isAccessible("refused");
        ben.open("/staff");
        ben.isAccessible("staff");
        ben.open("/staff/amira");
        ben.isAccessible("somebody");
    }

    /** On a page that does not know it yet, whoever clicks is told; on one that is open, it shows without a click. */
    private static void theSlowerOneIsToldSo(DeskBrowser ben) throws Exception {
        ben.await("document.querySelector('#sentence').innerText == 'amira has this task.'");
        ben.await("document.querySelector('#completion').hidden");
        ben.run("const claim = document.createElement('form'); claim.method = 'post'; claim.action = location.pathname"
                + " + '/claim'; claim.append(document.querySelector('input[name=_csrf]').cloneNode());"
                + " document.body.append(claim); claim.submit();");
        ben.await("document.querySelector('#too-late')?.innerText.includes('amira was faster and has this task now.')");
        ben.isAccessible("too-late");
    }

    private static void whatIsMissingIsNamed(DeskBrowser amira) throws Exception {
        amira.click("#complete");
        amira.await("document.activeElement.id == 'flaws'");
        assertThat(amira.text("#flaws"))
                .contains("\"Reply to the customer\" is required.", "\"What did you do?\" is required.");
        amira.isAccessible("flaws");
    }

    private static void whatIsTypedOutlivesAReload(DeskBrowser amira) {
        amira.type(DeskBrowser.field("Field_Reply"), REPLY);
        isSaved(amira);
        amira.reload();
        amira.await("document.querySelector('#completion:not([hidden])')");
        assertThat(amira.value(DeskBrowser.field("Field_Reply"))).isEqualTo(REPLY);
    }

    private static void whatIsInsertedKeepsItsLines(DeskBrowser amira) {
        amira.type(FIELD, Keys.chord(Keys.CONTROL, Keys.END) + "\n::bye");
        amira.await("!document.querySelector('#snippets').hidden");
        amira.type(FIELD, Keys.ENTER.toString());
        assertThat(amira.value(FIELD)).isEqualTo(REPLY + "\nKind regards\n");

        amira.run(
                "document.body.insertAdjacentHTML('beforeend', \"<p id='draft-text'>It is paused.</p><button type='button'"
                        + " id='use-draft'>Use</button>\")");
        amira.click("#use-draft");
        assertThat(amira.value(FIELD)).isEqualTo(REPLY + "\nKind regards\n\nIt is paused.");
        amira.run("document.querySelector('#use-draft').remove(); document.querySelector('#draft-text').remove()");
        typed(amira, Keys.chord(Keys.CONTROL, "a") + REPLY);
    }

    private static void whatTheCustomerAddsIsBesideTheFormAndWhatIsTypedStays(DeskBrowser amira) {
        amira.await("document.querySelector('#live .messages').innerText.includes('wants it by Friday')");
        assertThat(amira.value(DeskBrowser.field("Field_Reply"))).isEqualTo(REPLY);
    }

    private void whatIsTypedOutlivesTheSession(DeskBrowser amira) throws Exception {
        amira.choose(DeskBrowser.field("Field_ProductArea"), "The app");
        amira.forgetSession();
        amira.type(DeskBrowser.field("Field_ProductFeedback"), "Show the due date");
        amira.await("document.querySelector('#sign-in-again').open");
        amira.isAccessible("signed-out");
        amira.inNewTab(() -> signIn(amira));
        isSaved(amira);
        assertThat(amira.value(DeskBrowser.field("Field_ProductFeedback"))).isEqualTo("Show the due date");
    }

    private static void whatTwoWindowsHoldIsSeenAndNotLost(DeskBrowser amira) throws Exception {
        var page = amira.address();
        amira.inNewTab(() -> {
            amira.visit(page);
            amira.await("document.querySelector('#completion:not([hidden])')");
            typed(amira, " From here.");
        });
        amira.type(FIELD, " From there.");
        amira.await("!document.querySelector('#elsewhere').hidden");
        assertThat(amira.text("#other-text")).contains(REPLY + " From here.");
        amira.isAccessible("two-windows");

        amira.click("#take-other");
        amira.await("document.querySelector('#elsewhere').hidden");
        assertThat(amira.value(FIELD)).isEqualTo(REPLY + " From here.");
        amira.await("document.querySelector('#asides').innerText.includes('From there.')");
        amira.click(".use-aside");
        amira.await("document.querySelector('#asides').innerText.includes('From here.')");
        assertThat(amira.value(FIELD)).isEqualTo(REPLY + " From there.");

        amira.inNewTab(() -> {
            amira.visit(page);
            amira.await("document.querySelector('#completion:not([hidden])')");
            typed(amira, " Decided.");
        });
        amira.type(FIELD, " Undecided.");
        amira.await("document.querySelector('#draft-state').innerText == 'Kept beside the draft of the other window'");
        amira.keep("undecided");
        whatIsNotDecidedOutlivesTheWindow(amira);
    }

    private static void whatIsNotDecidedOutlivesTheWindow(DeskBrowser amira) throws Exception {
        amira.forgetWhatTheTabHas();
        amira.reload();
        amira.await("document.querySelectorAll('#asides li').length == 2");
        assertThat(amira.value(FIELD)).isEqualTo(REPLY + " From there. Decided.");
        assertThat(amira.text("#asides")).contains(REPLY + " From there. Undecided.", REPLY + " From here.");
        amira.isAccessible("set-aside");

        amira.click(".drop-aside");
        amira.await("document.querySelectorAll('#asides li').length == 1");
        amira.click(".drop-aside");
        amira.await("document.querySelector('#aside').hidden");
        typed(amira, Keys.chord(Keys.CONTROL, "a") + REPLY + " From there.");
    }

    private static void whatIsTypedOutlivesOtherHands(DeskBrowser amira, DeskBrowser ben) {
        amira.click("#release");
        ben.click("#claim");
        ben.await("document.querySelector('#completion:not([hidden])')");
        assertThat(ben.value(FIELD)).isEmpty();
        typed(ben, "Ben was here.");
        ben.click("#release");
        amira.click("#claim");
        amira.await("document.querySelector('#completion:not([hidden])')");
        assertThat(amira.value(FIELD)).isEqualTo(REPLY + " From there.");
    }

    /** In the middle of a sentence, with its engine. */
    private void whatIsTypedOutlivesAKill(DeskBrowser amira, RunningTandem tandem) throws Exception {
        typed(amira, " Nothing");
        amira.type(FIELD, " is due");
        tandem.kill();
        amira.type(FIELD, " before");
        amira.await("document.querySelector('#draft-state').innerText.startsWith('Not connected')");
        tandem.start(SETTINGS);
        amira.await("document.querySelector('#sign-in-again').open");
        amira.inNewTab(() -> signIn(amira));
        amira.await("!document.querySelector('#sign-in-again').open");
        typed(amira, " May.");
        amira.forgetWhatTheTabHas();
        amira.reload();
        amira.await("document.querySelector('#completion:not([hidden])')");
        assertThat(amira.value(FIELD)).isEqualTo(REPLY + " From there. Nothing is due before May.");
        assertThat(amira.value(DeskBrowser.field("Field_ProductFeedback"))).isEqualTo("Show the due date");
    }

    /** Until the server has it. */
    private static void typed(DeskBrowser browser, String text) {
        browser.run("document.querySelector('#draft-state').innerText = ''");
        browser.type(FIELD, text);
        isSaved(browser);
    }

    private static void isSaved(DeskBrowser browser) {
        browser.await("document.querySelector('#draft-state').innerText == 'Draft saved'");
    }

    /** Without the AI there are no topics to choose from, so the form does not ask for one. */
    private static void completes(DeskBrowser amira, String number) {
        amira.choose(DeskBrowser.field("Field_ResolutionCode"), "Agreed a payment plan or more time");
        amira.click(DeskBrowser.field("Field_DraftVerdict-3"));
        amira.keep("filled-in");
        amira.click("#complete");
        amira.await("location.search.includes('done=')");
        assertThat(amira.text("main")).contains("What you filled in for " + number + " goes out in ");
    }
}
