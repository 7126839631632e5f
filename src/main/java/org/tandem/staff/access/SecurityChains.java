package org.tandem.staff.access;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.tandem.staff.SignInWays;
import org.tandem.staff.StaffSettings;
import org.tandem.staff.oidc.Organisation;

/** Lets people of the staff in to what {@link Access} says is theirs. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final RequestMatcher SIGN_IN =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-in");

    @Bean
    @Order(2)
    SecurityFilterChain staff(
            HttpSecurity http,
            SignedInNow signedIn,
            SignInWays ways,
            StaffSettings settings,
            ObjectProvider<Organisation> organisation,
            Clock clock)
            throws Exception {
        var again = new SignInAgain();
        var pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(
                request -> HttpMethod.GET.matches(request.getMethod()) && SignInAgain.wantsPage(request));
        pages.setMatchingRequestParameterName(null);
        var welcome = new Welcome(pages, clock);
        var tries = new SignInTries(SIGN_IN, settings.signInLimit(), NotSignedIn::show);
        http.securityMatcher(staffsPart())
                .authorizeHttpRequests(SecurityChains::byTheTable)
                .requestCache(cache -> cache.requestCache(pages))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(again).accessDeniedHandler(new Refusal(again)))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .addFilterAfter(
                        new StillSignedIn(signedIn, settings.longestSession(), clock),
                        SecurityContextHolderFilter.class)
                .addFilterBefore(tries, UsernamePasswordAuthenticationFilter.class)
                .headers(HeadersConfigurer::disable); // SecurityHeaders has them
        if (ways.accounts()) {
            http.formLogin(form -> form.loginPage("/sign-in")
                    .usernameParameter("name")
                    .successHandler(welcome)
                    .failureHandler(new NotSignedIn(settings.lockOut())));
        }
        var provided = organisation.getIfAvailable();
        if (provided != null) {
            provided.letIn(http, welcome);
        }
        return http.build();
    }

    private static RequestMatcher staffsPart() {
        return new OrRequestMatcher(Access.TABLE.stream().map(Access::requests).toList());
    }

    private static void byTheTable(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
        for (var line : Access.TABLE) {
            var requests = paths.requestMatchers(line.requests());
            switch (line.who()) {
                case EVERYBODY -> requests.permitAll();
                case STAFF -> requests.authenticated();
                case ROLES -> requests.hasAnyRole(line.authorities());
            }
        }
        paths.anyRequest().denyAll();
    }
}
