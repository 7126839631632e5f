package org.tandem.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tandem.desk.web.People.ANNA;
import static org.tandem.desk.web.People.LEA;
import static org.tandem.desk.web.People.as;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.tandem.desk.Task.Status;
import org.tandem.desk.Task.Subject;
import org.tandem.desk.pool.ProfileForm;
import org.tandem.desk.pool.Profiles;
import org.tandem.desk.pool.Roster;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.NewInquiry;

@DeskTest
class QueuesPageTest {

    private final MockMvc mvc;
    private final FakeTasks tasks;
    private final JdbcClient database;
    private final Inquiries inquiries;
    private final Profiles profiles;
    private final Roster roster;

    @Autowired
    QueuesPageTest(
            MockMvc mvc, FakeTasks tasks, JdbcClient database, Inquiries inquiries, Profiles profiles, Roster roster) {
        this.profiles = profiles;
        this.roster = roster;
        this.inquiries = inquiries;
        this.mvc = mvc;
        this.tasks = tasks;
        this.database = database;
    }

    @BeforeEach
    void threeTasks() {
        tasks.reset();
        add(1, "TA-1000-0001", Instant.now().minus(Duration.ofHours(3)), "care");
        add(2, "TA-1000-0002", Instant.now().plus(Duration.ofMinutes(30)), "payments");
        add(3, "TA-1000-0003", Instant.now().plus(Duration.ofHours(5)), "payments");
        tasks.becomes(3, Status.OPEN, "anna");
    }

    @Test
    void aLeadSeesWhatWaitsAndWhatIsLateInEachQueueTheRiskiestFirst() throws Exception {
        mvc.perform(get("/desk/queues").with(as(LEA)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "queue-care",
                                "Promises are broken",
                                "1 is overdue.",
                                "queue-payments",
                                "The next one is due in")))
                .andExpect(content().string(not(containsString("TA-1000-0002"))));
    }

    @Test
    void theNextHoursAreShownAndWhatCannotBeSaidYetIsNotSaid() throws Exception {
        mvc.perform(get("/desk/queues?queue=care").with(as(LEA)))
                .andExpect(content().string(containsString("The next hours: care")))
                .andExpect(content()
                        .string(containsString(
                                "How many cases come cannot be said yet: 0 whole weeks are known, and it takes 4.")))
                .andExpect(content().string(containsString("People (hours)")));
    }

    @Test
    void whoWaitsAndIsInNoQueueIsShown() throws Exception {
        var inquiry = inquiries.open(
                new NewInquiry("Where is my parcel?", new Customer("Robin", "robin@unrouted.example"), "en"), null);
        database.sql("""
                        insert into escalation (id, inquiry_id, conversation_key, deadline, escalated_at, due_at)
                        values (?, ?, 'unrouted', 'reaching the desk', current_timestamp, current_timestamp)
                        """).params(UUID.randomUUID(), inquiry.id().value()).update();

        mvc.perform(get("/desk/queues").with(as(LEA)))
                .andExpect(content()
                        .string(stringContainsInOrder("These customers wait and are in no queue.", inquiry.number())));
    }

    @Test
    void theTasksOfAQueueAreListedDueFirst() throws Exception {
        mvc.perform(get("/desk/queues?queue=payments").with(as(LEA)))
                .andExpect(content().string(containsString("TA-1000-0002")))
                .andExpect(content().string(containsString("TA-1000-0003")))
                .andExpect(content().string(not(containsString("TA-1000-0001"))));
    }

    @Test
    void onlyLeadsSteer() throws Exception {
        mvc.perform(get("/desk/queues").with(as(ANNA))).andExpect(status().isForbidden());
        mvc.perform(post("/desk/queues/tasks/1/assignee?agent=anna")
                        .with(as(ANNA))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void aTaskIsGivenToSomebodyAlthoughAnotherHasItAndThatIsRecorded() throws Exception {
        add(33, "TA-1000-0033", Instant.now().plus(Duration.ofHours(1)), "payments");
        tasks.becomes(33, Status.OPEN, "anna");

        mvc.perform(post("/desk/queues/tasks/33/assignee?agent=bo&queue=payments")
                        .with(as(LEA))
                        .with(csrf()))
                .andExpect(redirectedUrl("/desk/queues?done=TA-1000-0033&queue=payments"));

        assertThat(tasks.get(33).orElseThrow().assignee()).isEqualTo("bo");
        assertThat(database.sql("select lead from steering_record where task_key = 33 and new_value = 'bo'")
                        .query(String.class)
                        .list())
                .contains(LEA.name());
    }

    @Test
    void aPriorityIsFrom0To100AndATaskThatIsOverStaysAsItIs() throws Exception {
        mvc.perform(post("/desk/queues/tasks/2/priority?priority=100")
                        .with(as(LEA))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(tasks.get(2).orElseThrow().priority()).isEqualTo(100);

        mvc.perform(post("/desk/queues/tasks/2/priority?priority=101")
                        .with(as(LEA))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("The priority 101 is not from 0 to 100.")));
        tasks.becomes(2, Status.COMPLETED, "anna");
        mvc.perform(post("/desk/queues/tasks/2/priority?priority=10")
                        .with(as(LEA))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("This task is over meanwhile.")));
    }

    @Test
    void aPriorityThatIsNoNumberIsRefusedWithWhatIsRight() throws Exception {
        mvc.perform(post("/desk/queues/tasks/2/priority?priority=abc")
                        .with(as(LEA))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(containsString("Priority: &quot;abc&quot; is not right, it has to be a whole number")));
        mvc.perform(get("/desk/queues/tasks/abc").with(as(LEA))).andExpect(status().isNotFound());
    }

    @Test
    void whoCanTakeATaskIsListedWithWhatSpeaksAgainstIt() throws Exception {
        profiles.change("carl", new ProfileForm("STUDENT", "", "en", "1", "Europe/Stockholm"), "lea");
        tasks.add(
                4,
                new Subject(null, "TA-1000-0004", null, "GATE", Set.of("carl"), List.of("payments"), "en", null),
                null,
                "payments");

        mvc.perform(get("/desk/queues/tasks/4").with(as(LEA)))
                .andExpect(content().string(containsString("must not have it; lacks payments; away")));
        roster.remove("carl", "lea");
    }

    private void add(long key, String number, Instant due, String queue) {
        tasks.add(key, new Subject(null, number, null, null), due, queue);
    }
}
