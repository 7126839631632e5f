package org.tandem.staff.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.web.servlet.MockMvc;
import org.tandem.engine.ProcessTest;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.NewInquiry;
import org.tandem.staff.Authorities;
import org.tandem.staff.Role;
import org.tandem.staff.SignedIn;
import org.tandem.staff.StaffMember;
import org.tandem.staff.accounts.AccountPrincipal;
import org.tandem.staff.accounts.Accounts;
import org.tandem.staff.accounts.NewAccount;

/** The number on a customer's page leads staff to the case, and is only a number for everybody else. */
@ProcessTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:mappings;DB_CLOSE_DELAY=-1",
            "tandem.assistant.enabled=false",
            "tandem.access-key-file=target/mappings/access.key"
        })
@AutoConfigureMockMvc
class CaseLinkTest {

    private static final String LINK = "href=\"/case/";

    private final MockHttpSession session = new MockHttpSession();
    private final MockMvc web;
    private final Inquiries inquiries;
    private final Accounts accounts;
    private String page = "";

    @Autowired
    CaseLinkTest(MockMvc web, Inquiries inquiries, Accounts accounts) {
        this.web = web;
        this.inquiries = inquiries;
        this.accounts = accounts;
    }

    @BeforeEach
    void aCustomerAsks() {
        var receipt = inquiries.open(
                new NewInquiry("Where is my parcel?", new Customer("Robin", "robin@customer.example"), null), null);
        page = "/i/%s.%s".formatted(receipt.id(), receipt.token());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoeverIsSignedInIsLedToTheCase(Role role) throws Exception {
        signedIn(new StaffMember("somebody", "Somebody", Set.of(role), Set.of()));

        assertThat(shown(page)).contains(LINK);
        assertThat(shown(page + "/live?seen=0")).as("after it changed").contains(LINK);
    }

    @Test
    void forCustomersItIsANumber() throws Exception {
        assertThat(shown(page)).doesNotContain("/case/");
        session.setAttribute("anything", "a session of nobody");
        assertThat(shown(page)).doesNotContain("/case/");
    }

    @Test
    void whoeverMayDoNothingHereHasNoLink() throws Exception {
        signedIn(new StaffMember("somebody", "Somebody", Set.of(), Set.of()));

        assertThat(shown(page)).doesNotContain("/case/");
    }

    @Test
    void aVisitThatIsOverLeadsNowhereAndLookingDoesNotKeepItAlive() throws Exception {
        signedIn(new StaffMember("somebody", "Somebody", Set.of(Role.AGENT), Set.of()));
        var visit = new Visit(Instant.now().minusSeconds(3600 * 13), Instant.now());
        session.setAttribute(Visit.class.getName(), visit);

        assertThat(shown(page)).doesNotContain("/case/");
        assertThat(session.getAttribute(Visit.class.getName())).isEqualTo(visit);
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void anAccountThatWasSwitchedOffLeadsNowhere() throws Exception {
        var name = "p" + UUID.randomUUID().toString().substring(0, 8);
        accounts.add(new NewAccount(name, "Somebody", Set.of(Role.AGENT), Set.of(), "plum under the bridge"));
        signedIn(accounts.setPassword(name, "pear under the bridge"));
        assertThat(shown(page)).contains(LINK);

        accounts.switchOff(name);

        assertThat(shown(page)).doesNotContain("/case/");
    }

    @Test
    void theCustomersPartTakesNothingFromTheSession() throws Exception {
        signedIn(new StaffMember("somebody", "Somebody", Set.of(Role.LEAD), Set.of()));

        assertThat(web.perform(get("/i/nothing.here").session(session).accept("text/html"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
    }

    private void signedIn(StaffMember member) {
        signedIn((SignedIn) () -> member);
    }

    private void signedIn(AccountPrincipal principal) {
        signedIn((SignedIn) principal);
    }

    private void signedIn(SignedIn principal) {
        session.setAttribute(
                "SPRING_SECURITY_CONTEXT",
                new SecurityContextImpl(
                        new TestingAuthenticationToken(principal, null, Authorities.of(principal.member()))));
    }

    private String shown(String address) throws Exception {
        return web.perform(get(address).session(session).accept("text/html"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
