package org.tandem.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tandem.staff.accounts.Accounts;
import org.tandem.staff.accounts.NewAccount;

@StaffModuleTest
class SignInTest {

    private static final String PASSWORD = "plum under the bridge";

    private final Accounts accounts;
    private final SetClock clock;
    private final int port;
    private Browser browser;
    private String name = "";

    SignInTest(@LocalServerPort int port, @Autowired Accounts accounts, @Autowired SetClock clock) {
        this.port = port;
        this.accounts = accounts;
        this.clock = clock;
        this.browser = new Browser(port);
    }

    @BeforeEach
    void somebodyWorksHere() {
        browser = new Browser(port);
        name = somebody(Role.AGENT);
    }

    @Test
    void thePageAskedForIsShownAfterSigningIn() {
        assertThat(Browser.place(browser.open("/account?changed"))).isEqualTo("/sign-in");

        assertThat(Browser.place(browser.signIn(name, PASSWORD))).isEqualTo("/account?changed");
        assertThat(browser.open("/account").body()).contains("Somebody Example", "agent", "general");
    }

    @Test
    void withoutAPageAskedForWorkBegins() {
        assertThat(Browser.place(browser.signIn(name, PASSWORD))).isEqualTo("/desk");
        assertThat(Browser.place(new Browser(port).signIn(somebody(Role.AUDITOR), PASSWORD)))
                .isEqualTo("/history");
    }

    @Test
    void theNameMayBeTypedInCapitals() {
        assertThat(browser.signIn(" " + name.toUpperCase(java.util.Locale.ROOT), PASSWORD)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void unknownNameWrongPasswordAndLockedAccountGetTheSameAnswer() {
        var locked = somebody(Role.AGENT);
        for (var i = 0; i < 5; i++) {
            browser.signIn(locked, "wrong");
        }
        var off = somebody(Role.AGENT);
        accounts.switchOff(off);

        var wrong = browser.signIn(name, "wrong");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body())
                .contains("Name and password do not fit together", "5 failed tries", "wait 15 minutes", name);
        for (var other : Map.of("nobody-" + name, "wrong", locked, PASSWORD, off, PASSWORD)
                .entrySet()) {
            var answer = browser.signIn(other.getKey(), other.getValue());
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(withoutToken(answer.body()).replace(other.getKey(), "?"))
                    .isEqualTo(withoutToken(wrong.body()).replace(name, "?"));
        }
        assertThat(browser.signIn("", "").statusCode()).isEqualTo(401);
        assertThat(browser.signIn(locked, "wrong").body()).doesNotContain("wrong");
    }

    @Test
    void whoKnowsANameKeepsItsOwnerOutNowhereButWhereTheyAre() {
        var address = "X-Forwarded-For";
        browser.open("/sign-in");
        for (var i = 0; i < 5; i++) {
            browser.submit("/sign-in", Map.of("name", name, "password", "wrong"), address, "203.0.113.7");
        }
        var right = Map.of("name", name, "password", PASSWORD);

        assertThat(browser.submit("/sign-in", right, address, "203.0.113.7").statusCode())
                .isEqualTo(401);
        assertThat(browser.submit("/sign-in", right, address, "198.51.100.3").statusCode())
                .isEqualTo(302);
        var lead = new Browser(port).signedIn(somebody(Role.LEAD), PASSWORD);
        assertThat(lead.open("/staff/" + name).body()).contains("locked for a while");

        lead.submit("/staff/%s/password".formatted(name), Map.of("password", "pear under the bridge"));

        assertThat(lead.open("/staff/" + name).body()).doesNotContain("locked for a while");
        var anew = new Browser(port);
        anew.open("/sign-in");
        assertThat(anew.submit(
                                "/sign-in",
                                Map.of("name", name, "password", "pear under the bridge"),
                                address,
                                "203.0.113.7")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aLockEndsAfterItsTime() {
        for (var i = 0; i < 5; i++) {
            browser.signIn(name, "wrong");
        }
        clock.pass(Duration.ofMinutes(14));
        assertThat(browser.signIn(name, PASSWORD).statusCode()).isEqualTo(401);

        clock.pass(Duration.ofMinutes(2));

        assertThat(browser.signIn(name, PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void aSuccessForgetsTheTriesBefore() {
        for (var i = 0; i < 3; i++) {
            for (var j = 0; j < 4; j++) {
                browser.signIn(name, "wrong");
            }
            assertThat(new Browser(port).signIn(name, PASSWORD).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void theSessionIsANewOneAndItsCookieIsForBrowsersOnly() {
        browser.open("/sign-in");
        var before = browser.session();

        var in = browser.signIn(name, PASSWORD);

        assertThat(before).isNotEmpty();
        assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(in.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("HttpOnly")
                .doesNotContain("Secure");
    }

    @Test
    void behindTlsTheCookieIsSecure() {
        var page = browser.open("/sign-in", "X-Forwarded-Proto", "https");

        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("Secure");
    }

    @Test
    void aPartOfAPageIsNeverReplacedByTheSignInPage() {
        browser.signedIn(name, PASSWORD);
        browser.loseSession();

        var part = browser.fetch("/account");
        var action = browser.fetchPost("/account/password", "an old token");

        for (var answer : new java.net.http.HttpResponse<?>[] {part, action}) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Tandem-Sign-In")).contains("/sign-in");
            assertThat(answer.body().toString()).contains("\"detail\"").doesNotContain("<html");
        }
    }

    @Test
    void aFormSentAfterTheSessionEndedComesBackWithWhatWasTyped() {
        browser.signedIn(somebody(Role.LEAD), PASSWORD).open("/staff");
        browser.loseSession();

        var answer =
                browser.submit("/staff", Map.of("displayName", "A long & precious text", "password", "never shown"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .contains("not signed in any more", "A long &amp; precious text", "name=\"password\"")
                .doesNotContain("never shown");
    }

    @Test
    void aSessionThatEndedSaysSo() {
        browser.signedIn(name, PASSWORD);
        clock.pass(Duration.ofSeconds(1));
        accounts.setPassword(name, "another password of theirs");

        assertThat(Browser.place(browser.open("/account"))).isEqualTo("/sign-in?ended");
        assertThat(browser.open("/sign-in?ended").body()).contains("Your session has ended");
    }

    @Test
    void aPageThatKeepsItselfUpToDateKeepsNobodySignedIn() {
        browser.signedIn(name, PASSWORD).open("/account");

        clock.pass(Duration.ofMinutes(59));
        assertThat(browser.fetch("/desk/live").statusCode()).isNotEqualTo(401);
        clock.pass(Duration.ofMinutes(2));

        assertThat(browser.fetch("/desk/live").statusCode()).isEqualTo(401);
        assertThat(Browser.place(browser.open("/account"))).isEqualTo("/sign-in?ended");
    }

    @Test
    void whoeverDoesSomethingStaysSignedInUntilTheSessionIsTooOld() {
        browser.signedIn(name, PASSWORD);

        for (var minutes = 0; minutes < 11 * 60 + 50; minutes += 50) {
            assertThat(browser.open("/account").statusCode()).isEqualTo(200);
            clock.pass(Duration.ofMinutes(50));
        }

        assertThat(Browser.place(browser.open("/account"))).isEqualTo("/sign-in?ended");
    }

    @Test
    void signingInAnewBeginsTheTimeAnew() {
        browser.signedIn(name, PASSWORD);
        for (var i = 0; i < 14; i++) {
            clock.pass(Duration.ofMinutes(50));
            browser.open("/account");
        }
        browser.signedIn(name, PASSWORD);

        clock.pass(Duration.ofMinutes(30));

        assertThat(browser.open("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsForOthersNamesTheRole() {
        browser.signedIn(name, PASSWORD);

        var page = browser.open("/staff");
        var part = browser.fetch("/history/1");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("needs the role lead", "Somebody Example")
                .contains("Sign out");
        assertThat(part.statusCode()).isEqualTo(403);
        assertThat(part.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(part.body()).contains("needs the role lead or analyst or auditor or operator");
    }

    @Test
    void aFormWithoutTheTokenChangesNothing() {
        var lead = somebody(Role.LEAD);
        browser.signedIn(lead, PASSWORD);

        var forged = browser.submit("/staff/" + name + "/off", Map.of());
        var script = browser.fetchPost("/staff/" + name + "/off", "forged");

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("older than your session");
        assertThat(script.statusCode()).isEqualTo(403);
        assertThat(script.headers().firstValue("Tandem-Sign-In")).contains("token");
        assertThat(accounts.find(name).orElseThrow().enabled()).isTrue();
    }

    @Test
    void aFormOfAnOlderSessionComesBackWithWhatWasTyped() {
        browser.signedIn(somebody(Role.LEAD), PASSWORD);

        var answer =
                browser.submit("/staff", Map.of("displayName", "A long & precious text", "password", "never shown"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("<h1>This page is out of date</h1>", "A long &amp; precious text", "to copy")
                .doesNotContain("never shown", "not for you");
    }

    @Test
    void aSignInPageThatWasOpenForTooLongKeepsTheNameOnly() {
        browser.open("/sign-in");
        browser.loseSession();

        var answer = browser.submit("/sign-in", Map.of("name", name, "password", PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .contains("open for too long", "value=\"" + name + "\"")
                .doesNotContain(PASSWORD, "not signed in any more");
    }

    @Test
    void aScriptGetsItselfTheTokenOfTheNewSession() throws Exception {
        browser.signedIn(somebody(Role.LEAD), PASSWORD);

        var answer = browser.fetch("/account/token");
        var token = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(answer.body())
                .get("token")
                .asText();

        assertThat(browser.fetchPost("/staff/" + name + "/off", token).statusCode())
                .isEqualTo(302);
        assertThat(accounts.find(name).orElseThrow().enabled()).isFalse();
    }

    @Test
    void signingOutEndsTheSession() {
        browser.signedIn(name, PASSWORD).open("/account");
        var session = browser.session();

        assertThat(Browser.place(browser.submit("/sign-out", Map.of()))).isEqualTo("/sign-in?out");

        assertThat(browser.open("/sign-in?out").body()).contains("You are signed out");
        assertThat(Browser.place(new Browser(port).open("/account", "Cookie", "JSESSIONID=" + session)))
                .startsWith("/sign-in");
    }

    @Test
    void otherRolesCountFromTheNextClickAndWhoIsSwitchedOffIsOutAtOnce() {
        browser.signedIn(name, PASSWORD);
        assertThat(browser.open("/staff").statusCode()).isEqualTo(403);

        accounts.change(name, "Somebody Example", EnumSet.of(Role.LEAD), Set.of());
        assertThat(browser.open("/staff").statusCode()).isEqualTo(200);

        somebody(Role.LEAD);
        accounts.switchOff(name);
        assertThat(Browser.place(browser.open("/staff"))).isEqualTo("/sign-in?ended");
    }

    @Test
    void whatIsNotInTheTableIsForNobody() {
        browser.signedIn(name, PASSWORD);

        assertThat(browser.open("/sign-in/refused").statusCode()).isEqualTo(302);
        assertThat(browser.open("/sign-out").statusCode()).isIn(404, 405);
    }

    private String somebody(Role role) {
        var unique = "p" + UUID.randomUUID().toString().substring(0, 8);
        accounts.add(new NewAccount(unique, "Somebody Example", EnumSet.of(role), Set.of("general"), PASSWORD));
        return unique;
    }

    private static String withoutToken(String page) {
        return page.replaceAll("(name=\"_csrf\" value|name=\"csrf\" content)=\"[^\"]+\"", "");
    }
}
