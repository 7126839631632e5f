package org.tandem.audit;

import jakarta.servlet.http.HttpSession;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.staff.Role;

/** Signs in without a password, in tests and benchmarks only. It stands in the customers' part, which is open. */
@TestConfiguration(proxyBeanMethods = false)
@RestController
public class TestDoor {

    @GetMapping("/i/test-door/{role}")
    String enter(@PathVariable Role role, HttpSession session) {
        session.setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(SignIn.as(role)));
        return role.name();
    }
}
