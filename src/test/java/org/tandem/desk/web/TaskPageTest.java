package org.tandem.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tandem.desk.web.People.ANNA;
import static org.tandem.desk.web.People.ARI;
import static org.tandem.desk.web.People.BO;
import static org.tandem.desk.web.People.LEA;
import static org.tandem.desk.web.People.as;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.tandem.desk.Desk;
import org.tandem.desk.Drafts;
import org.tandem.desk.Task.Status;
import org.tandem.desk.Task.Subject;
import org.tandem.desk.levels.ComplaintClock;
import org.tandem.desk.levels.ServiceLevels;
import org.tandem.inquiry.AiAttempt;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.CustomerCase;
import org.tandem.inquiry.Findings;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.NewInquiry;
import org.tandem.inquiry.PersonAnswer;
import org.tandem.inquiry.Receipt;
import org.tandem.privacy.PhoneNumber;
import org.tandem.staff.StaffMember;

@DeskTest
class TaskPageTest {

    private static final Pattern SEEN = Pattern.compile("seen=([0-9a-f]+)");
    /** However it is written; a few digits of it are now and then in a random token, too. */
    private static final String PHONE = "(?s).*7946 ?0018.*";

    private static final AtomicLong KEYS = new AtomicLong(1_000);
    private static final String ANSWER = """
        {"brief": {"draft": "forged"}, "reply": "It is on its way.", "resolutionCode": "INFORMATION_GIVEN",
         "draftVerdict": "NO_DRAFT", "productArea": "none"}\
        """;

    private final MockMvc mvc;
    private final FakeTasks tasks;
    private final Inquiries inquiries;
    private final Drafts drafts;
    private long key;
    private String address = "";
    private InquiryId inquiry = InquiryId.next();
    private String token = "";

    @Autowired
    Desk desk;

    @Autowired
    TaskPageTest(MockMvc mvc, FakeTasks tasks, Inquiries inquiries, Drafts drafts) {
        this.mvc = mvc;
        this.tasks = tasks;
        this.inquiries = inquiries;
        this.drafts = drafts;
    }

    @BeforeEach
    void aTaskForACase() throws Exception {
        tasks.reset();
        key = KEYS.incrementAndGet();
        address = "/desk/tasks/" + key;
        var receipt = ask("My card 4111 1111 1111 1111 does not work");
        inquiry = receipt.id();
        token = receipt.token();
        tasks.add(
                key,
                new Subject(inquiry.toString(), inquiries.get(inquiry).number(), "card-declined", "GATE"),
                null,
                "general");
        tasks.form = Files.readString(Path.of("processes", "answer-customer.form"));
        tasks.variables.put("brief", "{\"why\": \"The risk is too high.\", \"draft\": \"Try again.\"}");
    }

    @Test
    void thePageShowsTheConversationTheBriefAndEarlierCases() throws Exception {
        var earlier = inquiries.get(ask("Where is my refund?").id());

        show(address, ANNA)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Conversation with <span>Ada Example</span>")))
                .andExpect(content().string(containsString("[card ending 1111]")))
                .andExpect(content().string(containsString("The risk is too high.")))
                .andExpect(content().string(containsString(earlier.number())))
                .andExpect(content().string(not(containsString("ada@example.org"))))
                .andExpect(content().string(containsString("Nobody has this task. Claim it to fill in the form.")));
    }

    @Test
    void theBrowserGetsTheDeployedFormWithWhatTheTaskSees() throws Exception {
        show(address + "/form", ANNA)
                .andExpect(jsonPath("$.who").value("anna"))
                .andExpect(jsonPath("$.schema.id").value("answer-customer"))
                .andExpect(jsonPath("$.data.brief.draft").value("Try again."))
                .andExpect(jsonPath("$.data.atDesk").value(true))
                .andExpect(jsonPath("$.fields[*][0]")
                        .value(containsInAnyOrder(
                                "reply",
                                "resolutionCode",
                                "draftVerdict",
                                "draftFlaw",
                                "topic",
                                "productArea",
                                "productFeedback",
                                "followUp",
                                "followUpOn",
                                "followUpNote",
                                "customerComplains",
                                "complaintReply",
                                "handBack",
                                "handBackReason")))
                .andExpect(jsonPath("$.revision").value(0))
                .andExpect(jsonPath("$.draft").isEmpty());
    }

    @Test
    void whatFitsTheFormCompletesTheTask() throws Exception {
        send("/claim", ANNA).andExpect(redirectedUrl(address)).andExpect(status().isSeeOther());
        send("/draft", ANNA, "values", "{\"reply\": \"It\"}", "seen", "0").andExpect(status().isOk());

        send("/complete", ANNA, "values", ANSWER)
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/desk?done=" + inquiries.get(inquiry).number()));

        assertThat(tasks.completed.get(key))
                .isEqualTo(Map.of(
                        "reply", "\"It is on its way.\"",
                        "resolutionCode", "\"INFORMATION_GIVEN\"",
                        "draftVerdict", "\"NO_DRAFT\"",
                        "productArea", "\"none\""));
        assertThat(drafts.of(key, "anna")).isEmpty();
        show(address, BO).andExpect(content().string(containsString("This task was completed by anna.")));
    }

    @Test
    void whatDoesNotFitIsNamedAndComesBack() throws Exception {
        send("/complete", ANNA, "values", "{\"reply\": \"Hi <b>\", \"outcome\": \"SOLVED\"}")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("&quot;What did you do?&quot; is missing.")))
                .andExpect(content().string(containsString("&quot;outcome&quot; is not a field of this form.")))
                .andExpect(content().string(containsString("Hi &lt;b&gt;")));

        assertThat(tasks.completed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "reply", "[1]", "{\"reply\":"})
    void whatIsNoJsonObjectIsRefused(String values) throws Exception {
        send("/complete", ANNA, "values", values)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("a JSON object is needed")));
    }

    @Test
    void tooMuchIsRefusedAndComesBack() throws Exception {
        send("/complete", ANNA, "values", "{\"reply\": \"" + "x".repeat(500_001) + "\"}")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("can have up to 500,000 characters")));
    }

    @Test
    void whoIsSlowerAtClaimingIsToldWhoWasFaster() throws Exception {
        tasks.becomes(key, Status.OPEN, "bo");

        send("/claim", ANNA)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("bo was faster and has this task now.")));
    }

    @Test
    void whoLostTheTaskCannotCompleteItAndKeepsWhatWasTyped() throws Exception {
        send("/claim", ANNA);
        tasks.becomes(key, Status.OPEN, "bo");

        send("/complete", ANNA, "values", ANSWER)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("bo was faster and has this task now.")))
                .andExpect(content().string(containsString("It is on its way.")));

        assertThat(tasks.completed).isEmpty();
    }

    @Test
    void whoSendsItASecondTimeIsToldThatItWasSentAlready() throws Exception {
        send("/complete", ANNA, "values", ANSWER).andExpect(status().is3xxRedirection());

        send("/complete", ANNA, "values", ANSWER)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("You have completed this task already")));
    }

    @Test
    void whatColleaguesTypedStaysWhenSomebodyElseCompletesTheTask() throws Exception {
        send("/draft", BO, "values", "{\"reply\": \"by Bo\"}", "seen", "0").andExpect(status().isOk());

        send("/complete", ANNA, "values", ANSWER).andExpect(status().is3xxRedirection());

        assertThat(drafts.of(key, "bo")).isPresent();
    }

    @Test
    void withoutAFormTooTheCaseOfATaskCannotBeChanged() throws Exception {
        tasks.form = null;

        send("/complete", ANNA, "values", "{\"reply\": \"It\", \"inquiryId\": \"another\"}")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("says which case this is about and cannot be changed")));

        assertThat(tasks.completed).isEmpty();
    }

    @Test
    void aTaskThatWasCompletedElsewhereIsSaidSo() throws Exception {
        tasks.becomes(key, Status.COMPLETED, "bo");

        send("/complete", ANNA, "values", ANSWER)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("bo was faster and completed this task.")))
                .andExpect(content().string(containsString("It is on its way.")));
    }

    @Test
    void anInquiryThatWasWithdrawnMeanwhileIsSaidSo() throws Exception {
        customer().withdraw();

        send("/complete", ANNA, "values", ANSWER)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("The customer withdrew the inquiry meanwhile")))
                .andExpect(content().string(containsString("It is on its way.")));

        assertThat(tasks.completed).isEmpty();
        show(address, ANNA).andExpect(content().string(containsString("The customer withdrew this inquiry")));
    }

    @Test
    void anAnswerInACaseThatWasWithdrawnIsReviewedAllTheSame() throws Exception {
        var review = KEYS.incrementAndGet();
        var number = inquiries.get(inquiry).number();
        tasks.add(review, new Subject(inquiry.toString(), number, "card-declined", null), null, "general");
        customer().withdraw();
        address = "/desk/tasks/" + review;

        show(address, ANNA)
                .andExpect(content().string(containsString("Nobody has this task. Claim it to fill in the form.")));
        send("/complete", ANNA, "values", ANSWER).andExpect(status().isSeeOther());

        assertThat(tasks.completed).containsKey(review);
    }

    @Test
    void aTaskTheProcessTookBackIsSaidSo() throws Exception {
        tasks.becomes(key, Status.CANCELLED, null);

        send("/claim", ANNA)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("The process does not need this task any more.")));
    }

    @Test
    void aTaskIsGivenBackByWhoHasItAndTakenAwayByALead() throws Exception {
        tasks.becomes(key, Status.OPEN, "bo");

        send("/release", ANNA).andExpect(status().isConflict());
        assertThat(tasks.get(key).orElseThrow().assignee()).isEqualTo("bo");
        send("/release", LEA).andExpect(redirectedUrl(address));
        assertThat(tasks.get(key).orElseThrow().assignee()).isNull();
    }

    @Test
    void aTaskWithoutAFormIsCompletedWithRawValues() throws Exception {
        tasks.form = null;

        show(address, ANNA).andExpect(content().string(containsString("This task has no form.")));
        send("/complete", ANNA, "values", "{\"approved\": true}").andExpect(status().isSeeOther());

        assertThat(tasks.completed.get(key)).isEqualTo(Map.of("approved", "true"));
    }

    @Test
    void aFormThatCannotBeReadIsShownRaw() throws Exception {
        tasks.form = "no form <at all>";

        show(address, ANNA).andExpect(content().string(containsString("no form &lt;at all&gt;")));
        show(address + "/form", ANNA).andExpect(jsonPath("$.schema").isEmpty());
        send("/complete", ANNA, "values", "{\"approved\": true}").andExpect(status().isSeeOther());
    }

    @Test
    void aTaskOfNoCaseIsShownWithoutOne() throws Exception {
        tasks.add(key, new Subject("not-an-id", null, null, null), null, "general");

        show(address, ANNA)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This task belongs to no inquiry of a customer.")));
        show(address + "/form", ANNA).andExpect(jsonPath("$.data.atDesk").doesNotExist());
    }

    @Test
    void tasksOfOtherQueuesAreClosedToAnAgent() throws Exception {
        tasks.add(6, Subject.UNKNOWN, null, "payments");

        for (var part : new String[] {"", "/live?seen=0", "/form"}) {
            mvc.perform(get("/desk/tasks/6" + part).with(as(ANNA)))
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(containsString("It is for the queue payments")));
        }
        for (var action :
                new String[] {"claim", "release", "complete", "draft?values={}&seen=0", "draft/drop?window=first"}) {
            mvc.perform(post("/desk/tasks/6/" + action).with(csrf()).with(as(ANNA)))
                    .andExpect(status().isForbidden());
        }
        assertThat(tasks.get(6).orElseThrow().assignee()).isNull();
        mvc.perform(get("/desk/tasks/6").with(as(LEA))).andExpect(status().isOk());
    }

    @Test
    void aTaskThatSomebodyElseIsToDoThisTimeIsClosedToWhoDidItBefore() throws Exception {
        tasks.add(7, new Subject(null, "TA-7", null, null, "anna"), null, "general");

        mvc.perform(get("/desk/tasks/7").with(as(ANNA)))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("somebody else is to judge for themselves")));
        for (var action : new String[] {"claim", "complete"}) {
            mvc.perform(post("/desk/tasks/7/" + action).with(csrf()).with(as(ANNA)))
                    .andExpect(status().isForbidden());
        }
        assertThat(tasks.get(7).orElseThrow().assignee()).isNull();
        mvc.perform(get("/desk/tasks/7").with(as(BO))).andExpect(status().isOk());
    }

    @Test
    void onlyAgentsAndLeadsGetToATask() throws Exception {
        mvc.perform(get(address).with(as(ARI))).andExpect(status().isForbidden());
        send("/claim", ARI).andExpect(status().isForbidden());
        assertThat(tasks.get(key).orElseThrow().assignee()).isNull();
    }

    @Test
    void nothingIsDoneWithoutTheTokenOfTheSession() throws Exception {
        for (var action : new String[] {"claim", "release", "complete", "take-back", "phone", "draft", "draft/drop"}) {
            mvc.perform(post(address + "/" + action)
                            .param("values", "{}")
                            .param("seen", "0")
                            .with(as(ANNA)))
                    .andExpect(status().isForbidden());
        }
        assertThat(tasks.get(key).orElseThrow().assignee()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/tasks/77", "/desk/tasks/none", "/desk/tasks/99999999999999999999"})
    void aTaskThatIsNotThereIsSaidSo(String wrong) throws Exception {
        mvc.perform(get(wrong).with(as(ANNA)))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("There is no such task")));
    }

    @Test
    void thePageIsFetchedAgainOnlyWhenSomethingHappened() throws Exception {
        var seen = SEEN.matcher(show(address, ANNA).andReturn().getResponse().getContentAsString());
        assertThat(seen.find()).isTrue();
        var live = address + "/live?seen=" + seen.group(1);

        show(live, ANNA).andExpect(status().isNoContent());
        customer().write("It still does not work.");
        show(live, ANNA)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("It still does not work.")))
                .andExpect(content().string(containsString("hx-swap-oob")));
    }

    @Test
    void whatWasTypedIsGivenBackWhenTheEngineIsAway() throws Exception {
        tasks.away = true;

        send("/complete", ANNA, "values", ANSWER)
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().string(containsString("It is on its way.")));
    }

    @Test
    void aDraftIsKeptForEachPersonAndNeverOverwrittenByAnother() throws Exception {
        send("/draft", ANNA, "values", "{\"reply\": \"by Anna\"}", "seen", "0")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.revision").value(1));
        send("/draft", BO, "values", "{\"reply\": \"by Bo\"}", "seen", "0").andExpect(status().isOk());

        show(address + "/form", ANNA)
                .andExpect(jsonPath("$.draft.reply").value("by Anna"))
                .andExpect(jsonPath("$.revision").value(1));
        show(address + "/form", BO).andExpect(jsonPath("$.draft.reply").value("by Bo"));
    }

    @Test
    void aWindowThatIsBehindIsToldWhatTheOtherKept() throws Exception {
        send("/draft", ANNA, "values", "{\"reply\": \"one\"}", "seen", "0");

        send("/draft", ANNA, "values", "{\"reply\": \"other\"}", "seen", "0")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.revision").value(1))
                .andExpect(jsonPath("$.instead.reply").value("one"));
        send("/draft", ANNA, "values", "{\"reply\": \"other\"}", "seen", "1")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.revision").value(2));
    }

    @Test
    void whatAWindowThatIsBehindHasIsBesideTheDraftUntilItIsDeleted() throws Exception {
        send("/draft", ANNA, "values", "{\"reply\": \"one\"}", "seen", "0", "window", "first");
        send("/draft", ANNA, "values", "{\"reply\": \"other\"}", "seen", "0", "window", "second")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.isSetAside").value(true));

        show(address + "/form", ANNA)
                .andExpect(jsonPath("$.draft.reply").value("one"))
                .andExpect(jsonPath("$.asides.length()").value(1))
                .andExpect(jsonPath("$.asides[0].window").value("second"))
                .andExpect(jsonPath("$.asides[0].values.reply").value("other"));
        show(address + "/form", BO).andExpect(jsonPath("$.asides.length()").value(0));
        send("/draft/drop", BO, "window", "second").andExpect(status().isNoContent());
        show(address + "/form", ANNA).andExpect(jsonPath("$.asides.length()").value(1));
        send("/draft/drop", ANNA, "window", "second").andExpect(status().isNoContent());
        show(address + "/form", ANNA).andExpect(jsonPath("$.asides.length()").value(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A window", "x/../y", "12345678901234567890123456789012345678901"})
    void aNameThatNoWindowGivesItselfIsRefused(String name) throws Exception {
        send("/draft", ANNA, "values", "{}", "seen", "0", "window", name)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.needed").value("window: 1 to 40 lower-case letters and digits"));
        assertThat(drafts.of(key, "anna")).isEmpty();
    }

    @Test
    void whatWasTypedIsThereAgainWhenTheTaskComesBackFromAnother() throws Exception {
        send("/claim", ANNA);
        send("/draft", ANNA, "values", "{\"reply\": \"half a sen\"}", "seen", "0")
                .andExpect(status().isOk());

        tasks.give(key, "bo");
        send("/draft", BO, "values", "{\"reply\": \"by Bo\"}", "seen", "0").andExpect(status().isOk());
        show(address + "/form", BO).andExpect(jsonPath("$.draft.reply").value("by Bo"));
        send("/draft", ANNA, "values", "{\"reply\": \"half a sentence\"}", "seen", "1")
                .andExpect(status().isOk());
        tasks.give(key, "anna");

        show(address + "/form", ANNA)
                .andExpect(jsonPath("$.draft.reply").value("half a sentence"))
                .andExpect(jsonPath("$.revision").value(2));
    }

    @Test
    void whileTheEngineIsAwayWhatIsTypedIsKeptAndIsThereWhenItIsBack() throws Exception {
        send("/draft", ANNA, "values", "{\"reply\": \"one\"}", "seen", "0").andExpect(status().isOk());
        tasks.away = true;

        send("/draft", ANNA, "values", "{\"reply\": \"one two\"}", "seen", "1").andExpect(status().isOk());
        send("/draft", BO, "values", "{\"reply\": \"a stranger\"}", "seen", "0")
                .andExpect(status().isServiceUnavailable());
        tasks.away = false;

        show(address + "/form", ANNA).andExpect(jsonPath("$.draft.reply").value("one two"));
        assertThat(drafts.of(key, "bo")).isEmpty();
    }

    @Test
    void whatIsRefusedBecauseTheCustomerWithdrewStaysADraft() throws Exception {
        send("/draft", ANNA, "values", ANSWER, "seen", "0").andExpect(status().isOk());
        customer().withdraw();

        send("/complete", ANNA, "values", ANSWER).andExpect(status().isConflict());

        show(address + "/form", ANNA).andExpect(jsonPath("$.draft.reply").value("It is on its way."));
    }

    @Test
    void whoeverDecidesAboutAnEscalationSeesTheConversationAndWhatIsKnownOfTheCustomer() throws Exception {
        var number = inquiries.get(inquiry).number();
        var escalation = KEYS.incrementAndGet();
        tasks.add(escalation, new Subject(inquiry.toString(), number, null, null), null, "general");
        tasks.variablesOf.put(escalation, Map.of("escalationKey", "\"3f2b8c1e-0d4a-4c57-9a57-1f4f1f0e6b21\""));
        tasks.variables.put("brief", "{\"facts\": \"Next payment: 1 December, 120.00 EUR\"}");

        show("/desk/tasks/" + escalation, ANNA)
                .andExpect(content().string(containsString("[card ending 1111]")))
                .andExpect(content().string(containsString("Next payment: 1 December, 120.00 EUR")));

        tasks.becomes(key, Status.COMPLETED, "bo");
        show("/desk/tasks/" + escalation, ANNA)
                .andExpect(content().string(not(containsString("Next payment: 1 December"))));
    }

    @Test
    void aDraftThatIsNoneIsRefused() throws Exception {
        send("/draft", ANNA, "values", "reply", "seen", "0").andExpect(status().isBadRequest());
        send("/draft", ANNA, "values", "{\"reply\": \"" + "x".repeat(500_001) + "\"}", "seen", "0")
                .andExpect(status().isPayloadTooLarge());
        assertThat(drafts.of(key, "anna")).isEmpty();
    }

    @Test
    void whoElseLooksIsToldAndKnowsOfTheOther() throws Exception {
        show(address, BO).andExpect(content().string(not(containsString("looking at this too"))));

        show(address, ANNA)
                .andExpect(content().string(containsString("<span>bo</span> <span>is</span> looking at this too")));
        show(address + "/live?seen=none", BO)
                .andExpect(content().string(containsString("<span>anna</span> <span>is</span> looking at this too")));
    }

    @Test
    void aDraftThatIsOlderThanTheLastMessageSaysSo() throws Exception {
        inquiries.keepAttempt(inquiry, attempt("Try again.", Instant.now()));
        show(address, ANNA)
                .andExpect(content().string(containsString("id=\"draft-text\">Try again.<")))
                .andExpect(content().string(not(containsString("id=\"draft-caution\""))));

        customer().write("It still does not work.");

        show(address, ANNA).andExpect(content().string(containsString("This draft is older than the last message")));
    }

    @Test
    void aDraftIsRetiredByAnyAnswerToTheCustomer() throws Exception {
        var before = inquiries.get(inquiry).conversationKey();
        inquiries.keepAttempt(inquiry, attempt("Try again.", Instant.now()));
        var now = inquiries.takeToPerson(inquiry, before, HandOverReason.CUSTOMER_ASKED, null);
        inquiries.answerByPerson(
                inquiry,
                new PersonAnswer("It works now.", "OTHER", "NO_DRAFT", null, null, "none", "", null, null),
                now);

        show(address, ANNA)
                .andExpect(content().string(containsString("This draft is retired")))
                .andExpect(content().string(not(containsString("id=\"use-draft\""))));
    }

    @Test
    void whatTheLawWantsOfAComplaintIsSeenUntilItIsDone() throws Exception {
        show(address, ANNA).andExpect(content().string(not(containsString("id=\"complaint\""))));

        desk.complained(
                inquiry,
                inquiries.get(inquiry).conversationKey(),
                new ServiceLevels(
                        Duration.ofHours(2),
                        Duration.ofHours(1),
                        Duration.ofHours(20),
                        "united-kingdom",
                        true,
                        ComplaintClock.PAYMENT_SERVICES));

        show(address, ANNA)
                .andExpect(content().string(containsString("Settled with a short confirmation by ")))
                .andExpect(content().string(containsString("Final response, or a holding reply by ")))
                .andExpect(content().string(containsString("Final response by ")));
    }

    @Test
    void snippetsAreFilledInForTheCustomer() throws Exception {
        show(address + "/form", ANNA)
                .andExpect(jsonPath("$.snippets.hello").value("Dear Ada,\n"))
                .andExpect(jsonPath("$.snippets.number")
                        .value(containsString(inquiries.get(inquiry).number())));
    }

    @Test
    void onlyWhoHasTheTaskOfCallingSeesTheNumberAndThatIsRecorded() throws Exception {
        inquiries.takeToPerson(inquiry, inquiries.get(inquiry).conversationKey(), HandOverReason.CUSTOMER_ASKED, null);
        customer().askForCall(PhoneNumber.of("+44 20 7946 0018").orElseThrow());
        tasks.form = Files.readString(Path.of("processes", "call-customer.form"));

        send("/phone", ANNA).andExpect(status().isConflict());
        tasks.claim(key, "anna");
        send("/phone", BO).andExpect(status().isConflict()).andExpect(content().string(not(matchesRegex(PHONE))));
        show(address, ANNA)
                .andExpect(content().string(containsString("Show the phone number")))
                .andExpect(content().string(not(matchesRegex(PHONE))));
        show(address + "/form", ANNA).andExpect(content().string(not(matchesRegex(PHONE))));

        send("/phone", ANNA).andExpect(status().isOk()).andExpect(content().string(containsString("+44 20 7946 0018")));

        show(address, LEA).andExpect(content().string(containsString("The phone number was shown to <span>anna, ")));
    }

    @Test
    void anotherTaskThanThatOfCallingShowsNoNumber() throws Exception {
        inquiries.takeToPerson(inquiry, inquiries.get(inquiry).conversationKey(), HandOverReason.CUSTOMER_ASKED, null);
        customer().askForCall(PhoneNumber.of("+44 20 7946 0018").orElseThrow());
        tasks.claim(key, "anna");

        send("/phone", ANNA)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("There is no number to show")));
    }

    private AiAttempt attempt(String draft, Instant at) {
        return new AiAttempt(
                inquiries.get(inquiry).conversationKey(),
                1,
                "card-declined",
                "Card declined",
                "routine",
                0.4,
                draft,
                List.of(),
                "en",
                true,
                false,
                false,
                "m1",
                "{}",
                Findings.NONE,
                at);
    }

    private CustomerCase customer() {
        return inquiries.enter(inquiry, token);
    }

    private Receipt ask(String text) {
        return inquiries.open(new NewInquiry(text, new Customer("Ada Example", "ada@example.org"), "en"), null);
    }

    private ResultActions show(String shown, StaffMember who) throws Exception {
        return mvc.perform(get(shown).with(as(who)));
    }

    private ResultActions send(String action, StaffMember who, String... parameters) throws Exception {
        var request = post(address + action).with(csrf()).with(as(who));
        for (var i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request);
    }
}
