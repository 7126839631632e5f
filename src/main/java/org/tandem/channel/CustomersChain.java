package org.tandem.channel;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * What is for everybody: whoever has the link or the token of an inquiry is its customer, and there are no sessions to be misused.
 * Whatever is not named here is nowhere.
 */
@Configuration(proxyBeanMethods = false)
class CustomersChain {

    private static final String[] PAGES = {"/", "/i/**"};
    private static final String[] API = {"/api/inquiries/**", "/api/docs/**", "/api/openapi/**", "/api/swagger-ui/**"};
    private static final String[] FILES = {"/webjars/**", "/vendor/**", "/*.css", "/*.js", "/*.svg", "/favicon.ico"};

    @Bean
    @Order(10)
    SecurityFilterChain customers(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(
                        paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(PAGES)
                                .permitAll()
                                .requestMatchers(API)
                                .permitAll()
                                .requestMatchers(FILES)
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(nowhere -> nowhere.authenticationEntryPoint(
                                (request, response, reason) -> response.sendError(HttpServletResponse.SC_NOT_FOUND))
                        .accessDeniedHandler(
                                (request, response, reason) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(HeadersConfigurer::disable) // SecurityHeaders has them
                .build();
    }
}
