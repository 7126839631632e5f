package org.tandem.staff.oidc;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.tandem.staff.StaffModuleTest;
import org.tandem.testing.Chromium;

/** Browsers keep a form from being redirected to the provider, which no other client does. */
@StaffModuleTest
@Import(SigningOutInTheBrowserIT.Headers.class)
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:signing-out;DB_CLOSE_DELAY=-1",
            "server.servlet.session.cookie.name=tandem",
            "spring.security.oauth2.client.registration.organisation.client-id=tandem",
            "spring.security.oauth2.client.registration.organisation.client-secret=" + OrganisationServer.SECRET,
            "spring.security.oauth2.client.registration.organisation.scope=openid,profile"
        })
class SigningOutInTheBrowserIT {

    private static final OrganisationServer SERVER = new OrganisationServer();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("spring.security.oauth2.client.provider.organisation.issuer-uri", SERVER::address);
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void whoeverSignsOutIsSignedOutAtTheOrganisationAndBackAtTheSignInPage(@LocalServerPort int port) {
        SERVER.register(port);
        var here = "http://localhost:" + port;
        var browser = Chromium.start();
        try {
            var wait = new WebDriverWait(browser, Duration.ofSeconds(30));
            browser.get(here + "/oauth2/authorization/organisation");
            browser.findElement(By.name("username")).sendKeys("kim");
            browser.findElement(By.name("password")).sendKeys(OrganisationServer.PASSWORD);
            browser.findElement(By.cssSelector("button[type=submit]")).click();
            wait.until(ExpectedConditions.urlMatches(here + "/account.*"));

            browser.findElement(By.cssSelector(".who-am-i button")).click();

            wait.until(ExpectedConditions.urlToBe(here + "/sign-in"));
            browser.get(here + "/oauth2/authorization/organisation");
            wait.until(ExpectedConditions.urlMatches(SERVER.address() + "/login.*"));
        } finally {
            browser.quit();
        }
    }

    /** What the channel's headers say of forms; that module is not here. */
    @TestConfiguration
    static class Headers {
        @Bean
        FilterRegistrationBean<Filter> formsAreForUsOnly() {
            var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
                ((HttpServletResponse) response).setHeader("Content-Security-Policy", "form-action 'self'");
                chain.doFilter(request, response);
            });
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }
    }
}
