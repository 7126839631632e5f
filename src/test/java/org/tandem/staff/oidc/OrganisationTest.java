package org.tandem.staff.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.util.HtmlUtils;
import org.tandem.staff.Role;
import org.tandem.staff.StaffModuleTest;
import org.tandem.staff.accounts.Accounts;
import org.tandem.staff.accounts.NewAccount;

/** The whole code flow between Tandem and a real provider. */
@StaffModuleTest
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:organisation;DB_CLOSE_DELAY=-1",
            "server.servlet.session.cookie.name=tandem",
            "spring.security.oauth2.client.registration.organisation.client-id=tandem",
            "spring.security.oauth2.client.registration.organisation.client-secret=" + OrganisationServer.SECRET,
            "spring.security.oauth2.client.registration.organisation.client-name=Example Inc.",
            "spring.security.oauth2.client.registration.organisation.scope=openid,profile",
            "tandem.staff.oidc.roles-claim=realm_access.roles",
            "tandem.staff.oidc.role-names.agent=service-agent",
            "tandem.staff.oidc.group-names.payments=b7e2-payments-id"
        })
class OrganisationTest {

    private static final OrganisationServer SERVER = new OrganisationServer();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private final int port;
    private HttpClient client = HttpClient.newHttpClient();

    OrganisationTest(@LocalServerPort int port) {
        this.port = port;
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("spring.security.oauth2.client.provider.organisation.issuer-uri", SERVER::address);
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void theProviderKnowsTandemAndNobodyIsSignedIn() {
        SERVER.register(port);
        client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    @Test
    void theSignInPageOffersTheOrganisationAndNoAccounts() throws Exception {
        assertThat(get(here("/sign-in")).body())
                .contains("Sign in with Example Inc.", "/oauth2/authorization/organisation")
                .doesNotContain("name=\"password\"");
        assertThat(post(here("/sign-in"), "name=amira&password=x", get(here("/sign-in")))
                        .statusCode())
                .isNotEqualTo(302);
    }

    @Test
    void rolesAndGroupsComeWithTheClaimsAndOneIsBackAtThePageAskedFor() throws Exception {
        var back = signIn("kim", here("/account?x=1"));

        assertThat(location(back)).endsWith("/account?x=1");
        assertThat(get(here("/account")).body())
                .contains("Kim Example", ">kim<", "agent, auditor", "care, payments", "your password is there")
                .doesNotContain("offline");
        assertThat(get(here("/staff")).statusCode()).isEqualTo(403);
    }

    @Test
    void anAccountOfTheSameNameIsSomebodyElses(@Autowired Accounts accounts) throws Exception {
        var password = "plum under the bridge";
        accounts.add(new NewAccount("kim", "Another Kim", EnumSet.of(Role.LEAD), Set.of(), password));
        signIn("kim", here("/account"));

        var changed = post(
                here("/account/password"),
                "current=%1$s&password=%2$s&again=%2$s".formatted("plum+under+the+bridge", "another+one+of+theirs"),
                get(here("/account")));

        assertThat(changed.statusCode()).isEqualTo(403);
        assertThat(accounts.signIn("kim", password, "192.0.2.1")).isPresent();
        assertThat(get(here("/account")).body()).contains("Kim Example").doesNotContain("Another Kim");
        assertThat(get(here("/staff")).statusCode()).isEqualTo(403);
    }

    @Test
    void signingOutIsAtTheProviderToo() throws Exception {
        signIn("kim", here("/account"));
        var account = get(here("/account"));

        var out = post(here("/sign-out"), "", account);

        assertThat(out.statusCode())
                .as("no redirect: form-action 'self' keeps browsers from following it")
                .isEqualTo(200);
        var provider = goingOn(out, "http-equiv=\"refresh\" content=\"0;url=([^\"]+)\"");
        assertThat(provider)
                .startsWith(SERVER.address() + "/connect/logout")
                .contains("id_token_hint", "post_logout_redirect_uri")
                .isEqualTo(goingOn(out, "id=\"go-on\" href=\"([^\"]+)\""));
        assertThat(location(get(provider))).isEqualTo(here("/sign-in"));
        assertThat(location(get(here("/account")))).contains("/sign-in");
        assertThat(location(get(location(get(here("/oauth2/authorization/organisation"))))))
                .as("signed out there")
                .endsWith("/login");
    }

    @Test
    void whomTheProviderDoesNotNameIsNotLetIn() throws Exception {
        var back = signIn("lou", here("/account"));

        assertThat(location(back)).endsWith("/sign-in?failed");
        assertThat(get(here("/sign-in?failed")).body()).contains("Your organisation did not sign you in");
        assertThat(location(get(here("/account")))).contains("/sign-in");
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() throws Exception {
        assertThat(location(get(here("/login/oauth2/code/organisation?code=stolen&state=guessed"))))
                .endsWith("/sign-in?failed");
    }

    /** Asks for a page, and signs in with the provider for it. */
    private HttpResponse<String> signIn(String name, String page) throws Exception {
        assertThat(location(get(page))).endsWith("/sign-in");
        var authorize = location(get(here("/oauth2/authorization/organisation")));
        var login = location(get(authorize));
        var in = post(
                login,
                "username=%s&password=%s"
                        .formatted(name, URLEncoder.encode(OrganisationServer.PASSWORD, StandardCharsets.UTF_8)),
                get(login));
        var code = get(location(in));
        return get(location(code));
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, String form, HttpResponse<String> page)
            throws IOException, InterruptedException {
        var token = CSRF.matcher(page.body());
        var csrf = token.find() ? URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) : "";
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form + "&_csrf=" + csrf))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String goingOn(HttpResponse<String> page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return HtmlUtils.htmlUnescape(found.group(1));
    }

    private static String location(HttpResponse<String> redirect) {
        assertThat(redirect.statusCode())
                .as("%s %s", redirect.uri(), redirect.body())
                .isEqualTo(302);
        return redirect.headers()
                .firstValue("Location")
                .map(to -> redirect.uri().resolve(to).toString())
                .orElseThrow();
    }

    private String here(String path) {
        return "http://localhost:" + port + path;
    }
}
