package org.tandem.staff.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.tandem.staff.Role;
import org.tandem.staff.StaffSettings;

/** The management port: everybody may ask whether Tandem is well; the rest is for operators and for who collects the metrics. */
@Configuration(proxyBeanMethods = false)
class ManagementChain {

    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http, StaffSettings settings) throws Exception {
        var scraping = settings.scrapePasswordFile();
        if (scraping != null) {
            http.authenticationProvider(new Scraper(password(scraping)));
        }
        var tries = new SignInTries(
                request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null,
                settings.signInLimit(),
                (request, response, words) -> Answers.problem(response, HttpStatus.TOO_MANY_REQUESTS, words));
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(endpoints -> endpoints
                        .requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                        .permitAll()
                        .requestMatchers(EndpointRequest.to("prometheus", "metrics"))
                        .hasAnyRole(Role.OPERATOR.name(), Scraper.ROLE)
                        .anyRequest()
                        .hasRole(Role.OPERATOR.name()))
                .httpBasic(Customizer.withDefaults())
                .addFilterBefore(tries, BasicAuthenticationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(HeadersConfigurer::disable) // SecurityHeaders has them
                .build();
    }

    private static String password(Path file) throws IOException {
        var password = Files.readString(file).strip();
        if (password.length() < 12) {
            throw new IllegalStateException(
                    "The password for scraping in %s (tandem.staff.scrape-password-file) needs at least 12 characters"
                            .formatted(file.toAbsolutePath()));
        }
        return password;
    }
}
