package org.tandem.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tandem.desk.web.People.ANNA;
import static org.tandem.desk.web.People.ARI;
import static org.tandem.desk.web.People.BO;
import static org.tandem.desk.web.People.LEA;
import static org.tandem.desk.web.People.as;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.tandem.desk.Task;
import org.tandem.desk.Task.Status;
import org.tandem.desk.Task.Subject;
import org.tandem.desk.TaskCases;
import org.tandem.desk.TaskSearch;
import org.tandem.inquiry.Channel;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.NewInquiry;
import org.tandem.inquiry.PersonAnswer;
import org.tandem.inquiry.Receipt;
import org.tandem.staff.StaffMember;

@DeskTest
class TaskListTest {

    private static final Pattern SEEN = Pattern.compile("seen=([0-9a-f]+)");

    private final MockMvc mvc;
    private final FakeTasks tasks;
    private final Inquiries inquiries;

    @Autowired
    TaskListTest(MockMvc mvc, FakeTasks tasks, Inquiries inquiries) {
        this.mvc = mvc;
        this.inquiries = inquiries;
        this.tasks = tasks;
    }

    @BeforeEach
    void aTaskInEachQueue() {
        tasks.reset();
        add(1, "TA-1000-0001", "general");
        add(2, "TA-1000-0002", "payments");
        add(3, "TA-1000-0003", "care");
    }

    @Test
    void anAgentSeesTheTasksOfTheirGroupsAndALeadAll() throws Exception {
        shown("/desk?view=groups", ANNA, "TA-1000-0001")
                .andExpect(content().string(not(containsString("TA-1000-0002"))));
        shown("/desk?view=groups", BO, "TA-1000-0001", "TA-1000-0002")
                .andExpect(content().string(not(containsString("TA-1000-0003"))));
        shown("/desk?view=all", LEA, "TA-1000-0001", "TA-1000-0002", "TA-1000-0003");
        shown("/desk?view=all", ANNA, "TA-1000-0001").andExpect(content().string(not(containsString("TA-1000-0003"))));
    }

    @Test
    void theDeskBeginsWithWhatOneHas() throws Exception {
        tasks.becomes(3, Status.OPEN, "anna");

        shown("/desk", ANNA, "TA-1000-0003").andExpect(content().string(not(containsString("TA-1000-0001"))));
    }

    @Test
    void aTaskThatIsForAPersonIsInTheListOfThatPerson() throws Exception {
        tasks.offer(9, new Subject(null, "TA-1000-0009", null, null), "anna");

        shown("/desk?view=offered", ANNA, "TA-1000-0009")
                .andExpect(content().string(not(containsString("TA-1000-0001"))));
        shown("/desk?view=offered", BO).andExpect(content().string(not(containsString("TA-1000-0009"))));
        shown("/desk?view=groups", BO).andExpect(content().string(not(containsString("TA-1000-0009"))));
    }

    @Test
    void aTaskThatSomebodyElseIsToDoThisTimeIsNotInTheListOfWhoDidItBefore() throws Exception {
        tasks.add(9, new Subject(null, "TA-1000-0009", "refund-status", null, "anna"), null, "general");

        shown("/desk?view=groups", ANNA).andExpect(content().string(not(containsString("TA-1000-0009"))));
        shown("/desk?view=groups", BO, "TA-1000-0009");
    }

    @Test
    void onlyAgentsAndLeadsHaveADesk() throws Exception {
        mvc.perform(get("/desk").with(as(ARI))).andExpect(status().isForbidden());
        mvc.perform(get("/desk/live?seen=0").with(as(ARI))).andExpect(status().isForbidden());
        assertThat(mvc.perform(get("/desk")).andReturn().getResponse().getStatus())
                .isIn(302, 401);
    }

    @Test
    void whatIsOverdueIsSaidInWords() throws Exception {
        tasks.add(9, new Subject(null, "TA-9", null, null), Instant.now().minus(Duration.ofHours(3)), "general");

        shown("/desk?view=groups", ANNA, "Overdue by 3 h", "1 overdue on this page");
    }

    @Test
    void aTaskIsToldInWords() throws Exception {
        tasks.add(9, new Subject(null, "TA-9", "refund-status", "CUSTOMER_ASKED"), null, "general");

        shown("/desk?view=groups", ANNA, "Answer the customer · Refund status · Asked for a person", "No due date");
    }

    @Test
    void aComplaintIsCalledOneUntilItComesBackForAnotherReason() throws Exception {
        var complains = inquiries.open(asked(true), null);
        add(8, complains);
        add(9, inquiries.open(asked(false), null));
        shown("/desk?view=groups", ANNA, "· " + TaskCases.COMPLAINT, "· Asked for a person");

        handOver(complains.id());
        shown("/desk?view=groups", ANNA, "· " + TaskCases.COMPLAINT);
        inquiries.answerByPerson(
                complains.id(),
                new PersonAnswer("Here is a new one.", "OTHER", "NO_DRAFT", null, null, "none", "", null, null),
                inquiries.get(complains.id()).conversationKey());
        inquiries.enter(complains.id(), complains.token()).judge(false);
        handOver(complains.id());

        shown("/desk?view=groups", ANNA, "· Asked for a person")
                .andExpect(content().string(not(containsString(TaskCases.COMPLAINT))));
    }

    private static NewInquiry asked(boolean complaint) {
        return new NewInquiry("It broke.", new Customer("Ada", "ada@list.example"), "en", Channel.WEB, complaint);
    }

    private void add(long key, Receipt receipt) {
        var number = inquiries.get(receipt.id()).number();
        tasks.add(key, new Subject(receipt.id().toString(), number, null, "CUSTOMER_ASKED"), null, "general");
    }

    private void handOver(InquiryId id) {
        var now = Instant.now();
        var key = inquiries.takeToPerson(id, inquiries.get(id).conversationKey(), HandOverReason.CUSTOMER_ASKED, null);
        inquiries.handOver(id, new HandOver(key, HandOverReason.CUSTOMER_ASKED, "general", now, now, null, now));
    }

    @Test
    void theSearchIsPassedOn() throws Exception {
        mvc.perform(get("/desk?view=groups&queue=payments&priority=high&due=overdue&topic=Refund status&number=ta"
                                + " 1000 0002&free=yes&sort=priority&page=2")
                        .with(as(BO)))
                .andExpect(status().isOk());

        var search = tasks.searches.getLast();
        assertThat(search.groups()).isEqualTo(Set.of("payments"));
        assertThat(search.atLeastPriority()).isEqualTo(75);
        assertThat(search.dueBefore()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(search.topic()).isEqualTo("*refund*status*");
        assertThat(search.number()).isEqualTo("TA-1000-0002");
        assertThat(search.free()).isTrue();
        assertThat(search.order()).isEqualTo(TaskSearch.Order.PRIORITY);
        assertThat(search.page()).isEqualTo(2);
    }

    @Test
    void aQueueOfOthersIsNotSearched() throws Exception {
        shown("/desk?view=groups&queue=care", BO, "No task fits this search.");

        assertThat(tasks.searches).isEmpty();
    }

    @Test
    void anAddressThatMakesNoSenseShowsTheListAnyway() throws Exception {
        shown("/desk?view=groups&page=minus&priority=red&due=never&sort=x", ANNA, "TA-1000-0001");
    }

    @Test
    void moreThanAPageIsTurned() throws Exception {
        for (var key = 100; key < 130; key++) {
            add(key, "TA-2000-0" + key, "general");
        }

        shown("/desk?view=groups", ANNA, "31 tasks", "1 to 25 of 31", "rel=\"next\"", "/desk?view=groups&amp;page=1");
        shown("/desk?view=groups&page=1", ANNA, "26 to 31 of 31", "rel=\"prev\"")
                .andExpect(content().string(not(containsString("rel=\"next\""))));
    }

    @Test
    void theListIsFetchedAgainOnlyWhenItHasChanged() throws Exception {
        var page = mvc.perform(get("/desk?view=groups").with(as(ANNA)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var seen = SEEN.matcher(page);
        assertThat(seen.find()).isTrue();
        var live = "/desk/live?view=groups&seen=" + seen.group(1);

        mvc.perform(get(live).with(as(ANNA))).andExpect(status().isNoContent());
        tasks.becomes(1, Status.OPEN, "bo");
        mvc.perform(get(live).with(as(ANNA)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<dd>bo</dd>")));
    }

    @Test
    void whatProcessesSayIsNoMarkup() throws Exception {
        tasks.add(9, new Subject(null, "<script>alert(1)</script>", "<b>", null), null, "general");

        shown("/desk?view=groups", ANNA, "&lt;script&gt;")
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void anEngineThatIsAwayIsSaidSo() throws Exception {
        tasks.away = true;

        mvc.perform(get("/desk").with(as(ANNA)))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().string(containsString("The process engine does not answer just now")));
    }

    private Task add(long key, String number, String queue) {
        return tasks.add(key, new Subject(null, number, null, null), null, queue);
    }

    private ResultActions shown(String address, StaffMember who, String... words) throws Exception {
        var page = mvc.perform(get(address).with(as(who))).andExpect(status().isOk());
        for (var word : words) {
            page.andExpect(content().string(containsString(word)));
        }
        return page;
    }
}
