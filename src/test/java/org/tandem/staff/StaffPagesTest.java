package org.tandem.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tandem.staff.accounts.Accounts;
import org.tandem.staff.accounts.NewAccount;

@StaffModuleTest
class StaffPagesTest {

    private static final String PASSWORD = "plum under the bridge";

    private final Accounts accounts;
    private final int port;
    private final SetClock clock;
    private Browser browser;
    private String lead = "";

    StaffPagesTest(@LocalServerPort int port, @Autowired Accounts accounts, @Autowired SetClock clock) {
        this.clock = clock;
        this.port = port;
        this.accounts = accounts;
        this.browser = new Browser(port);
    }

    @BeforeEach
    void aLeadIsSignedIn() {
        browser = new Browser(port);
        lead = somebody(Role.LEAD);
        browser.signedIn(lead, PASSWORD).open("/staff");
    }

    @Test
    void aLeadAddsSomebodyWhoCanSignIn() {
        var fields = filled();
        var name = unique();
        fields.put("name", name);

        assertThat(Browser.place(browser.submit("/staff", fields))).isEqualTo("/staff/%s?done=added".formatted(name));

        assertThat(browser.open("/staff").body()).contains("Ada Example", "care, languages");
        new Browser(port).signedIn(name, PASSWORD);
    }

    /** Columns: field, what is typed, words of the answer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name        | ''           | is missing
            name        | 1ab          | begins with a letter
            name        | has space    | begins with a letter
            displayName | ''           | is missing
            roles       | ''           | choose at least one
            groups      | care, <b>    | '&lt;b&gt;' is no group
            password    | ''           | at least 12 characters
            password    | elevenchars  | at least 12 characters
            password    | aaaaaaaaaaaaaaa | too easy
            """)
    void whatIsWrongIsSaidAndTheRestIsKept(String field, String typed, String words) {
        var fields = filled();
        fields.put(field, typed);

        var page = browser.submit("/staff", fields);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains(words.replace("'", "&#39;"), "Nobody was added")
                .doesNotContain(PASSWORD);
        if (!field.equals("displayName")) {
            assertThat(page.body()).contains("value=\"Ada Example\"");
        }
    }

    @Test
    void aPasswordIsNotLongerThanBcryptReads() {
        var fields = filled();
        fields.put("password", "twenty-four é letters é ".repeat(3));

        assertThat(browser.submit("/staff", fields).body()).contains("72 bytes");
        fields.put("password", "twenty-four a letters a ".repeat(3));
        assertThat(browser.submit("/staff", fields).statusCode()).isEqualTo(302);
    }

    @Test
    void aNameThatExistsIsRefused() {
        var fields = filled();
        fields.put("name", lead);

        assertThat(browser.submit("/staff", fields).body())
                .contains("There is an account &#39;%s&#39; already".formatted(lead));
    }

    @Test
    void rolesAndGroupsAreChanged() {
        var somebody = somebody(Role.AGENT);

        browser.submit("/staff/" + somebody, Map.of("displayName", "Ada Lead", "roles", "AUDITOR", "groups", "care"));

        var member = accounts.find(somebody).orElseThrow().member();
        assertThat(member.displayName()).isEqualTo("Ada Lead");
        assertThat(member.roles()).containsExactly(Role.AUDITOR);
        assertThat(member.groups()).containsExactly("care");
        assertThat(browser.open("/staff/" + somebody).body()).contains("value=\"AUDITOR\" checked");
    }

    @Test
    void aNewPasswordAndSwitchingOffAndOn() {
        var somebody = somebody(Role.AGENT);

        assertThat(browser.submit("/staff/%s/password".formatted(somebody), Map.of("password", "short"))
                        .body())
                .contains("at least 12 characters");
        browser.submit("/staff/%s/password".formatted(somebody), Map.of("password", "an entirely new one"));
        new Browser(port).signedIn(somebody, "an entirely new one");
        browser.submit("/staff/%s/off".formatted(somebody), Map.of());
        assertThat(new Browser(port).signIn(somebody, "an entirely new one").statusCode())
                .isEqualTo(401);
        assertThat(browser.open("/staff/%s?done=off".formatted(somebody)).body())
                .contains("Switched off", "not let in");
        browser.submit("/staff/%s/on".formatted(somebody), Map.of());
        new Browser(port).signedIn(somebody, "an entirely new one");
    }

    @Test
    void nobodyIsThereWithAnUnknownName() {
        assertThat(browser.open("/staff/nobody").statusCode()).isEqualTo(404);
        assertThat(browser.submit("/staff/nobody/off", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void oneChangesOnesPasswordAndOtherSessionsEnd() {
        var somebody = somebody(Role.AGENT);
        var here = new Browser(port).signedIn(somebody, PASSWORD);
        var elsewhere = new Browser(port).signedIn(somebody, PASSWORD);
        here.open("/account");
        clock.pass(java.time.Duration.ofSeconds(1));

        assertThat(change(here, "wrong", "a password of mine").body()).contains("This is not your password");
        assertThat(change(here, PASSWORD, "short").body()).contains("at least 12 characters");
        assertThat(change(here, PASSWORD, somebody + " is my name").body()).contains("contains the name");
        assertThat(here.submit(
                                "/account/password",
                                Map.of("current", PASSWORD, "password", "a password of mine", "again", "another"))
                        .body())
                .contains("not the same both times");
        assertThat(Browser.place(change(here, PASSWORD, "a password of mine"))).isEqualTo("/account?changed");

        assertThat(here.open("/account?changed").body()).contains("Your password is changed");
        assertThat(elsewhere.open("/account").statusCode()).isEqualTo(302);
        new Browser(port).signedIn(somebody, "a password of mine");
    }

    private static java.net.http.HttpResponse<String> change(Browser browser, String current, String password) {
        return browser.submit("/account/password", Map.of("current", current, "password", password, "again", password));
    }

    private Map<String, String> filled() {
        var fields = new HashMap<String, String>();
        fields.put("name", unique());
        fields.put("displayName", "Ada Example");
        fields.put("roles", "AGENT");
        fields.put("groups", "care, languages");
        fields.put("password", PASSWORD);
        return fields;
    }

    private String somebody(Role role) {
        var name = unique();
        accounts.add(new NewAccount(name, "Somebody Example", EnumSet.of(role), Set.of("general"), PASSWORD));
        return name;
    }

    private static String unique() {
        return "q" + UUID.randomUUID().toString().substring(0, 8);
    }
}
