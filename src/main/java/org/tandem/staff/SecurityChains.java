package org.tandem.staff;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Which part of the site is for whom, in one table; what is not in it is for nobody. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    /** The pages of the staff. */
    @Bean
    @Order(1)
    SecurityFilterChain staff(HttpSecurity http) throws Exception {
        return http.securityMatcher("/sign-in", "/sign-out", "/desk/**", "/history/**", "/staff/**", "/account/**")
                .authorizeHttpRequests(paths -> paths.requestMatchers("/desk/**")
                        .hasAnyRole(Role.AGENT.name(), Role.LEAD.name())
                        .requestMatchers("/history/**")
                        .hasAnyRole(Role.LEAD.name(), Role.ANALYST.name(), Role.AUDITOR.name(), Role.OPERATOR.name())
                        .requestMatchers("/staff/**")
                        .hasRole(Role.LEAD.name())
                        .requestMatchers("/account/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .formLogin(Customizer.withDefaults())
                .headers(HeadersConfigurer::disable) // SecurityHeaders has them
                .build();
    }

    /** What is for everybody: whoever has the link or the token of an inquiry is its customer. */
    @Bean
    @Order(2)
    SecurityFilterChain customers(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(HeadersConfigurer::disable)
                .build();
    }
}
