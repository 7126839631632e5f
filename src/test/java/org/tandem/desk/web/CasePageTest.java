package org.tandem.desk.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tandem.desk.web.People.ANNA;
import static org.tandem.desk.web.People.ARI;
import static org.tandem.desk.web.People.BO;
import static org.tandem.desk.web.People.LEA;
import static org.tandem.desk.web.People.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.tandem.desk.Task.Status;
import org.tandem.desk.Task.Subject;
import org.tandem.staff.StaffMember;

@DeskTest
class CasePageTest {

    private static final String NUMBER = "TA-1000-0002";

    private final MockMvc mvc;
    private final FakeTasks tasks;

    @Autowired
    CasePageTest(MockMvc mvc, FakeTasks tasks) {
        this.mvc = mvc;
        this.tasks = tasks;
    }

    @BeforeEach
    void aCaseWithPayments() {
        tasks.reset();
        tasks.add(2, new Subject(null, NUMBER, null, null), null, "payments");
    }

    @Test
    void whoMayDoItsTaskIsLedThere() throws Exception {
        leads(NUMBER, BO, "/desk/tasks/2");
        leads("ta 1000 0002", BO, "/desk/tasks/2");
        leads(NUMBER, LEA, "/desk/tasks/2");
    }

    @Test
    void auditorsAreLedToItsHistory() throws Exception {
        leads(NUMBER, ARI, "/history?case=TA-1000-0002");
    }

    @Test
    void aFinishedCaseIsFoundToo() throws Exception {
        tasks.becomes(2, Status.COMPLETED, "bo");

        leads(NUMBER, BO, "/desk/tasks/2");
    }

    @Test
    void theTaskThatIsOpenComesFirst() throws Exception {
        tasks.becomes(2, Status.COMPLETED, "bo");
        tasks.add(1, new Subject(null, NUMBER, null, null), null, "payments");

        leads(NUMBER, BO, "/desk/tasks/1");
    }

    @Test
    void aCaseInAQueueOfOthersIsSaidToBeThere() throws Exception {
        leads(NUMBER, ANNA, "/desk?view=groups&number=TA-1000-0002");
        mvc.perform(get("/desk?view=groups&number=TA-1000-0002").with(as(ANNA)))
                .andExpect(content().string(containsString("in a queue of others")));
    }

    @ParameterizedTest
    @CsvSource({"TA-9999-9999, TA-9999-9999", "nonsense, nonsense", "TA-1000, TA-1000", "a{b}&c=d, a%7Bb%7D%26c%3Dd"})
    void whatIsNoCaseIsSearchedFor(String typed, String said) throws Exception {
        leads(typed, ANNA, "/desk?view=groups&number=" + said);
        leads(typed, LEA, "/history?case=" + said);
    }

    @Test
    void customersHaveToSignInWhichTheyCannot() throws Exception {
        mvc.perform(get("/case/" + NUMBER).accept("text/html"))
                .andExpect(status().is(302))
                .andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void anEngineThatIsAwayIsSaidSo() throws Exception {
        tasks.away = true;

        mvc.perform(get("/case/" + NUMBER).with(as(BO))).andExpect(status().isServiceUnavailable());
    }

    private void leads(String number, StaffMember who, String address) throws Exception {
        mvc.perform(get("/case/{number}", number).with(as(who)))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl(address));
    }
}
