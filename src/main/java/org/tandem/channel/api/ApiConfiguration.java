package org.tandem.channel.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tandem.channel.Company;
import org.tandem.inquiry.Inquiries;

/** The door of the API and its documentation. */
@Configuration
class ApiConfiguration implements WebMvcConfigurer {

    static final String TOKEN = "token";

    private final Inquiries inquiries;

    ApiConfiguration(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CaseByToken(inquiries));
    }

    @Bean
    OpenAPI openApi(Company company) {
        return new OpenAPI()
                .info(new Info()
                        .title("%s help".formatted(company.company()))
                        .version("1")
                        .description("Open inquiries and follow them. Errors come as RFC 9457 problems"
                                + " (application/problem+json); 'errors' names each field that is wrong."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("The token that came with the inquiry when it was opened")));
    }
}
