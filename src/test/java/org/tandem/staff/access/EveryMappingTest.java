package org.tandem.staff.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tandem.engine.ProcessTest;
import org.tandem.staff.Authorities;
import org.tandem.staff.Role;
import org.tandem.staff.SignedIn;
import org.tandem.staff.StaffMember;

/** Walks all that the application answers to, and tries each as nobody and in every role. */
@ProcessTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:mappings;DB_CLOSE_DELAY=-1",
            "tandem.assistant.enabled=false",
            "tandem.access-key-file=target/mappings/access.key"
        })
@AutoConfigureMockMvc
class EveryMappingTest {

    private static final String PAGE = "text/html";

    /** What is for everybody: customers', the API's documentation, and signing in. */
    private static final Set<String> OPEN = Set.of(
            "/",
            "/i/{link}",
            "/i/{link}/live",
            "/i/{link}/messages",
            "/i/{link}/person",
            "/i/{link}/call",
            "/i/{link}/writing",
            "/i/{link}/verdict",
            "/i/{link}/rating",
            "/i/{link}/withdrawal",
            "/api/inquiries",
            "/api/inquiries/{id}",
            "/api/inquiries/{id}/messages",
            "/api/inquiries/{id}/person-request",
            "/api/inquiries/{id}/call-request",
            "/api/inquiries/{id}/writing-request",
            "/api/inquiries/{id}/verdict",
            "/api/inquiries/{id}/rating",
            "/api/inquiries/{id}/withdrawal",
            "/api/openapi",
            "/api/openapi.yaml",
            "/api/openapi/swagger-config",
            "/api/docs",
            "/sign-in",
            "/sign-in/again",
            "/sign-in/refused",
            "/sign-in/signing-out");

    @Autowired
    private MockMvc web;

    @Autowired
    private WebInvocationPrivilegeEvaluator rules;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void nobodyWhoIsNotSignedInGetsAnywhereButWhereItIsOpen() throws Exception {
        var softly = new SoftAssertions();
        for (var mapping : ofStaff()) {
            softly.assertThat(Optional.ofNullable(
                                    answer(mapping, null).getResponse().getHeader("Tandem-Sign-In"))
                            .orElse("nothing"))
                    .as("%s for a script", mapping)
                    .isEqualTo("/sign-in");
            softly.assertThat(rules.isAllowed("", mapping.path(), mapping.method(), null))
                    .as("%s for nobody", mapping)
                    .isFalse();
        }
        softly.assertAll();
    }

    @Test
    void everyOtherRoleIsRefusedWithTheNameOfTheOneItNeeds() throws Exception {
        var softly = new SoftAssertions();
        for (var mapping : ofStaff()) {
            var line = line(mapping);
            for (var role : Role.values()) {
                var somebody = somebody(role);
                var may = line.who() == Access.Who.STAFF || line.roles().contains(role);
                softly.assertThat(rules.isAllowed("", mapping.path(), mapping.method(), somebody))
                        .as("%s for %s", mapping, role)
                        .isEqualTo(may);
                if (!may) {
                    var refused = answer(mapping, somebody).getResponse();
                    softly.assertThat(refused.getStatus())
                            .as("%s for %s", mapping, role)
                            .isEqualTo(403);
                    softly.assertThat(refused.getContentAsString())
                            .as("%s for %s", mapping, role)
                            .contains(
                                    "needs the role",
                                    line.roles().iterator().next().inWords());
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void whatIsOpenIsKnown() {
        assertThat(all().map(Mapping::pattern).filter(OPEN::contains).distinct())
                .contains("/", "/i/{link}/messages", "/api/inquiries/{id}/withdrawal", "/sign-in");
        assertThat(ofStaff()).extracting(Mapping::pattern).contains("/staff", "/staff/{name}/off", "/account/password");
    }

    @Test
    void whatIsInNoTableIsNowhere() throws Exception {
        for (var path : List.of("/nowhere", "/error", "/actuator", "/actuator/prometheus", "/h2-console")) {
            var answer = web.perform(request(HttpMethod.GET, path).accept(PAGE)).andReturn();
            assertThat(answer.getResponse().getStatus()).as(path).isEqualTo(404);
            assertThat(rules.isAllowed("", path, "GET", somebody(Role.LEAD)))
                    .as(path)
                    .isFalse();
        }
    }

    private MvcResult answer(Mapping mapping, @org.jspecify.annotations.Nullable Authentication somebody)
            throws Exception {
        var request = request(HttpMethod.valueOf(mapping.method()), mapping.path())
                .with(csrf())
                .header("HX-Request", "true")
                .accept("*/*");
        return web.perform(somebody == null ? request : request.with(authentication(somebody)))
                .andReturn();
    }

    private static Access line(Mapping mapping) {
        var request = new org.springframework.mock.web.MockHttpServletRequest(mapping.method(), mapping.path());
        request.setServletPath(mapping.path());
        return Access.to(request)
                .orElseThrow(() -> new AssertionError("%s is in no line of the table Access".formatted(mapping)));
    }

    private List<Mapping> ofStaff() {
        return all().filter(mapping -> !OPEN.contains(mapping.pattern()))
                .filter(mapping -> !mapping.pattern().contains("error"))
                .toList();
    }

    private Stream<Mapping> all() {
        var all = new ArrayList<Mapping>();
        mappings.getHandlerMethods().keySet().forEach(info -> {
            var methods = info.getMethodsCondition().getMethods();
            for (var pattern : info.getPatternValues()) {
                if (methods.isEmpty()) {
                    all.add(new Mapping("GET", pattern));
                    all.add(new Mapping("POST", pattern));
                }
                methods.forEach(method -> all.add(new Mapping(method.name(), pattern)));
            }
        });
        return all.stream();
    }

    private static Authentication somebody(Role role) {
        var member = new StaffMember("somebody", "Somebody Example", Set.of(role), Set.of());
        return new TestingAuthenticationToken((SignedIn) () -> member, null, Authorities.of(member));
    }

    private record Mapping(String method, String pattern) {
        String path() {
            return pattern.replaceAll("\\{[^}]+}", "1");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }
}
