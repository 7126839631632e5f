package org.tandem.desk.pool;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tandem.staff.SignedIn;

/** Whatever somebody does at the desk is a sign of them; a page that keeps itself up to date is none. */
@Configuration(proxyBeanMethods = false)
class Signs implements WebMvcConfigurer, HandlerInterceptor {

    private final Availability availability;

    Signs(Availability availability) {
        this.availability = availability;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/desk/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        var path = request.getRequestURI();
        if (!path.endsWith("/live")
                && !path.endsWith("/held")
                && who != null
                && who.getPrincipal() instanceof SignedIn signedIn) {
            availability.sign(signedIn.member().name());
        }
        return true;
    }
}
