package org.tandem.channel;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * Links are written as they are. Spring Boot would look for each of them among the files of all libraries, to put a version into the address of those
 * that are files, and remembers only those it has found: a page that links to a hundred cases would spend most of its time on that.
 */
@Configuration(proxyBeanMethods = false)
class PlainLinks {

    @Bean
    static FilterRegistrationBean<ResourceUrlEncodingFilter> noVersionsInLinks() {
        var none = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        none.setEnabled(false);
        return none;
    }
}
