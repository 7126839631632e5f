package org.tandem.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tandem.desk.web.People.ANNA;
import static org.tandem.desk.web.People.ARI;
import static org.tandem.desk.web.People.BO;
import static org.tandem.desk.web.People.LEA;
import static org.tandem.desk.web.People.as;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.tandem.desk.Task.Subject;
import org.tandem.desk.pool.OfferRound;
import org.tandem.desk.pool.Offers;
import org.tandem.staff.StaffMember;

/** Offers for agents and the pool for leads, as pages. */
@DeskTest
class PoolPagesTest {

    private final MockMvc mvc;
    private final FakeTasks tasks;
    private final OfferRound round;
    private final Offers offers;
    private final JdbcClient database;
    private long key;

    @Autowired
    PoolPagesTest(MockMvc mvc, FakeTasks tasks, OfferRound round, Offers offers, JdbcClient database) {
        this.mvc = mvc;
        this.tasks = tasks;
        this.round = round;
        this.offers = offers;
        this.database = database;
    }

    @BeforeEach
    void annaAndBoAreInThePool() throws Exception {
        List.of(
                        "pool_skill_call",
                        "pool_review",
                        "pool_open",
                        "pool_offer_step",
                        "pool_offer",
                        "pool_presence",
                        "pool_slot",
                        "pool_skill",
                        "pool_agent")
                .forEach(table -> database.sql("delete from " + table).update());
        tasks.reset();
        key++; // what was done with the task of the test before is remembered for a while
        profile("anna", "2").andExpect(redirectedUrl("/desk/pool/agents/anna?done=changed"));
        profile("bo", "2");
    }

    @Test
    void anAgentBecomesAvailableAcceptsAndIsLedToTheTask() throws Exception {
        becomes(ANNA, true);
        tasks.add(key, subject(), null, "payments");
        round.look();
        var offer = offers.openOf("anna").getFirst();

        mvc.perform(get("/desk/offers").with(as(ANNA)))
                .andExpect(content()
                        .string(allOf(
                                containsString("You are available."),
                                containsString("One offer is open"),
                                containsString("TA-1000-0001 · Answer the customer"),
                                containsString("Nobody else who is available and has room can do it."),
                                containsString("accesskey=\"a\""))));
        press(ANNA, "/desk/offers/" + offer.id() + "/accept")
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/desk/tasks/" + key));
        assertThat(tasks.get(key).orElseThrow().assignee()).isEqualTo("anna");
        mvc.perform(get("/desk/offers").with(as(ANNA)))
                .andExpect(content().string(containsString("What you accepted and have open")));
        mvc.perform(get("/desk/pool").with(as(LEA)))
                .andExpect(content()
                        .string(allOf(
                                containsString("1 of 2 are available"),
                                containsString("1 of 2<"),
                                containsString(">task 1<"))));
        mvc.perform(get("/desk/pool/agents/anna").with(as(LEA)))
                .andExpect(content().string(containsString("Their last offers")));
    }

    @Test
    void whoeverDidNotAnswerIsToldThatNoOffersComeAndOneClickMakesThemComeAgain() throws Exception {
        becomes(ANNA, true);
        for (var minutes : List.of(20, 10)) {
            unanswered("anna", Instant.now().plusSeconds(3600L - minutes));
        }

        mvc.perform(get("/desk/offers/live").param("seen", "").with(as(ANNA)))
                .andExpect(content()
                        .string(allOf(
                                containsString("No offers come to you at present: 2 in a row were not answered."),
                                containsString("I am here"),
                                not(containsString("As soon as there is something for you")))));
        database.sql("update pool_offer_step set at = ?")
                .param(Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC))
                .update();
        press(ANNA, "/desk/offers/here").andExpect(redirectedUrl("/desk/offers?done=here"));
        mvc.perform(get("/desk/offers/live").param("seen", "").with(as(ANNA)))
                .andExpect(content().string(containsString("As soon as there is something for you")));
    }

    @Test
    void whoeverHasAllTheyWantIsToldThatNoFurtherOffersCome() throws Exception {
        becomes(ANNA, true);
        for (int task = 0; task < 3; task++) {
            tasks.add(++key, subject(), null, "payments");
            tasks.becomes(key, org.tandem.desk.Task.Status.OPEN, "anna");
        }

        mvc.perform(get("/desk/offers").with(as(ANNA)))
                .andExpect(content()
                        .string(allOf(
                                containsString("you have 3, and want at most 2 at once."),
                                not(containsString("As soon as there is something for you")))));
    }

    @Test
    void allThatOffersAreDecidedByIsDisclosed() throws Exception {
        mvc.perform(get("/desk/offers").with(as(ANNA)))
                .andExpect(content()
                        .string(allOf(
                                containsString("For the first 10 min that it waits, whoever answered this customer"),
                                containsString("priority 100 counts as 4 h earlier"),
                                containsString("every skill and language it needs"),
                                containsString("If 2 in a row are not answered"),
                                containsString("does nothing at the desk for 30 min gives it back"),
                                containsString("over the last 24 h"),
                                containsString(">2.0<"))));
    }

    @Test
    void whoeverGoesAwayIsToldWhenWhatTheyHaveIsFreeAgain() throws Exception {
        mvc.perform(get("/desk/offers?done=away").with(as(ANNA)))
                .andExpect(content()
                        .string(containsString(
                                "What you have stays yours, unless you do nothing at the desk for 30 min.")));
    }

    @Test
    void announcedTimesAreThoseOfTheZoneThatThePageNames() throws Exception {
        database.sql("""
                        insert into pool_slot (id, agent, starts, ends, zone, weekly_until, announced_at)
                        values (?, 'anna', ?, ?, 'Europe/Stockholm', ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        LocalDateTime.parse("2099-12-07T18:00"),
                        LocalDateTime.parse("2099-12-07T22:00"),
                        LocalDate.parse("2099-12-21"),
                        Instant.now().atOffset(ZoneOffset.UTC))
                .update();
        mvc.perform(get("/desk/offers").with(as(ANNA)))
                .andExpect(content()
                        .string(containsString(
                                "Mon 7 Dec 2099, 18:00 to 22:00, then each week until Mon 21 Dec 2099")));
        database.sql("update pool_agent set zone = 'Asia/Tokyo' where agent = 'anna'")
                .update();

        mvc.perform(get("/desk/offers").with(as(ANNA)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Times are those of <span>Asia/Tokyo</span>."),
                                containsString(
                                        "Tue 8 Dec 2099, 02:00 to 06:00, then each week until Tue 22 Dec 2099"))));
    }

    @Test
    void whoIsTooLateIsToldAndSeesHowThingsStand() throws Exception {
        becomes(ANNA, true);
        tasks.add(key, subject(), null, "payments");
        round.look();
        var offer = offers.openOf("anna").getFirst();
        press(BO, "/desk/offers/" + offer.id() + "/accept")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("made to somebody else")));
        tasks.away = true;
        press(ANNA, "/desk/offers/" + offer.id() + "/accept")
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().string(containsString("The offer stays yours")));
        tasks.away = false;
        tasks.becomes(key, org.tandem.desk.Task.Status.OPEN, "bo");

        press(ANNA, "/desk/offers/" + offer.id() + "/accept")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Somebody else was faster")));
    }

    @Test
    void aPersonIsAskedToLookAtADecisionThatWentToAnother() throws Exception {
        becomes(ANNA, true);
        becomes(BO, true);
        tasks.add(key, subject(), null, "payments");
        round.look();
        var offer = offers.openOf("anna").getFirst();

        mvc.perform(get("/desk/offers").with(as(BO)))
                .andExpect(content()
                        .string(allOf(
                                containsString("What you could have done and others were offered"),
                                containsString("Who was offered it"),
                                not(containsString(">anna<")))));
        mvc.perform(post("/desk/offers/reviews")
                        .param("offer", offer.id().toString())
                        .param("question", "I have waited longer.")
                        .with(as(BO))
                        .with(csrf()))
                .andExpect(redirectedUrl("/desk/offers?done=asked"));
        mvc.perform(get("/desk/offers").with(as(BO)))
                .andExpect(content()
                        .string(allOf(
                                containsString("I have waited longer."),
                                containsString("A team lead has not decided yet."))));
    }

    @Test
    void whatIsImpossibleIsRefusedBesideItsField() throws Exception {
        mvc.perform(post("/desk/offers/slots")
                        .param("starts", "2020-01-01T09:00")
                        .param("ends", "2020-01-01T12:00")
                        .with(as(ANNA))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString("is in the past."),
                                containsString("id=\"starts-flaw\""),
                                containsString("value=\"2020-01-01T09:00\""))));
        mvc.perform(post("/desk/pool/agents/anna")
                        .param("level", "STUDENT")
                        .param("skills", "juggling")
                        .param("cap", "99")
                        .param("zone", "Europe/Oslo")
                        .with(as(LEA))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString("No task needs juggling and nobody has it."),
                                containsString("has to be a whole number from 1 to 10"))));
    }

    @Test
    void whoIsTakenOutOfThePoolIsNotListed() throws Exception {
        mvc.perform(get("/desk/pool/agents/anna").with(as(LEA)))
                .andExpect(content().string(containsString("Take them out of the pool")));

        press(ANNA, "/desk/pool/agents/anna/remove").andExpect(status().isForbidden());
        press(LEA, "/desk/pool/agents/anna/remove").andExpect(redirectedUrl("/desk/pool?done=removed"));

        mvc.perform(get("/desk/pool").with(as(LEA)))
                .andExpect(content().string(allOf(containsString("agents/bo"), not(containsString("agents/anna")))));
    }

    @Test
    void thePoolIsForLeadsOnly() throws Exception {
        mvc.perform(get("/desk/pool").with(as(ANNA))).andExpect(status().isForbidden());
        mvc.perform(get("/desk/offers").with(as(LEA)))
                .andExpect(content().string(containsString("You are not in the pool yet")));
    }

    @Test
    void aPageThatHasNotChangedIsNotSentAgain() throws Exception {
        var page = mvc.perform(get("/desk/offers").with(as(ANNA)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var seen = page.replaceAll("(?s).*live\\?seen=([0-9a-f]+).*", "$1");

        mvc.perform(get("/desk/offers/live").param("seen", seen).with(as(ANNA))).andExpect(status().isNoContent());
        becomes(ANNA, true);
        mvc.perform(get("/desk/offers/live").param("seen", seen).with(as(ANNA)))
                .andExpect(content().string(containsString("You are available.")));
    }

    @Test
    void everyPageOfTheDeskSaysHowManyOffersAreOpen() throws Exception {
        becomes(ANNA, true);
        tasks.add(key, subject(), null, "payments");
        round.look();

        for (var page : List.of("/desk", "/desk/earnings", "/desk/feedback", "/desk/offers")) {
            mvc.perform(get(page).with(as(ANNA))).andExpect(content().string(containsString("data-open=\"1\"")));
            mvc.perform(get(page).with(as(BO))).andExpect(content().string(containsString("data-open=\"0\"")));
        }
        mvc.perform(count("1")).andExpect(status().isNoContent());
        mvc.perform(count("0"))
                .andExpect(content()
                        .string(allOf(containsString("data-open=\"1\""), containsString("One offer is open."))));
        mvc.perform(get("/desk").with(as(ANNA))).andExpect(content().string(containsString("aria-live=\"polite\"")));
    }

    private static RequestBuilder count(String was) {
        return get("/desk/offers/count/live")
                .param("was", was)
                .param("told", "true")
                .with(as(ANNA));
    }

    @Test
    void whoCanDoWhatALeadCallsForAndIsAwayIsAskedToCome() throws Exception {
        annaCan("payments");

        call("payments", 30).andExpect(redirectedUrl("/desk/pool?done=called"));
        call("payments", 60);

        var asked = "lea asks for people who can do payments.";
        for (var page : List.of("/desk", "/desk/offers")) {
            mvc.perform(get(page).with(as(ANNA))).andExpect(content().string(containsString(asked)));
            mvc.perform(get(page).with(as(BO))).andExpect(content().string(not(containsString(asked))));
        }
        mvc.perform(get("/desk/pool").with(as(LEA))).andExpect(content().string(containsString("What is called for")));
        becomes(ANNA, true);
        mvc.perform(get("/desk/offers").with(as(ANNA))).andExpect(content().string(not(containsString(asked))));
        becomes(ANNA, false);
        mvc.perform(post("/desk/pool/calls/end")
                        .param("skill", "payments")
                        .with(as(LEA))
                        .with(csrf()))
                .andExpect(redirectedUrl("/desk/pool?done=ended"));
        mvc.perform(get("/desk/offers").with(as(ANNA))).andExpect(content().string(not(containsString(asked))));
    }

    @Test
    void whatNobodyCanDoIsNotCalledForNorWithoutAnEnd() throws Exception {
        annaCan("payments");

        call("paymets", 60)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("There is no skill &quot;paymets&quot;.")));
        call("payments", 1000)
                .andExpect(status().isBadRequest())
                .andExpect(
                        content().string(containsString("A call lasts from 5 minutes to 12 hours, not 1000 minutes.")));
        mvc.perform(post("/desk/pool/calls")
                        .param("skill", "payments")
                        .param("minutes", "60")
                        .with(as(ANNA))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    private void annaCan(String skill) {
        database.sql("insert into pool_skill (agent, skill) values ('anna', ?)")
                .param(skill)
                .update();
    }

    private ResultActions call(String skill, int minutes) throws Exception {
        return mvc.perform(post("/desk/pool/calls")
                .param("skill", skill)
                .param("minutes", Integer.toString(minutes))
                .with(as(LEA))
                .with(csrf()));
    }

    private ResultActions profile(String agent, String cap) throws Exception {
        return mvc.perform(post("/desk/pool/agents/" + agent)
                .param("level", "STUDENT")
                .param("skills", "")
                .param("languages", "en")
                .param("cap", cap)
                .param("zone", "Europe/Oslo")
                .with(as(LEA))
                .with(csrf()));
    }

    @Test
    void minutesThatAreNoNumberAreRefusedWithWhatIsRight() throws Exception {
        mvc.perform(post("/desk/pool/calls?skill=care&minutes=rubbish")
                        .with(as(LEA))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(containsString(
                                "Minutes: &quot;rubbish&quot; is not right, it has to be a whole number")));
    }

    @Test
    void auditorsSeeWhoChangedThePoolAndAgentsDoNot() throws Exception {
        mvc.perform(get("/desk/pool/changes").with(as(ANNA))).andExpect(status().isForbidden());
        mvc.perform(get("/desk/pool/changes").with(as(ARI)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Changes of the pool")));
        mvc.perform(get("/desk/pool").with(as(ARI))).andExpect(status().isForbidden());
    }

    @Test
    void everyPageTellsWhetherOffersComeOnlyWhenThatChanges() throws Exception {
        mvc.perform(get("/desk/offers/count/live?was=0&silent=false&told=true").with(as(ANNA)))
                .andExpect(status().isNoContent());
        mvc.perform(get("/desk/offers/count/live?was=0&silent=true&told=true").with(as(ANNA)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"no-offers\"")))
                .andExpect(content().string(not(containsString("No offers come to you"))));
    }

    private void becomes(StaffMember who, boolean available) throws Exception {
        mvc.perform(post("/desk/offers/availability")
                        .param("available", Boolean.toString(available))
                        .with(as(who))
                        .with(csrf()))
                .andExpect(redirectedUrl("/desk/offers?done=" + (available ? "available" : "away")));
    }

    private void unanswered(String agent, Instant at) {
        var offer = UUID.randomUUID();
        database.sql("""
                        insert into pool_offer (id, task_key, agent, about, made_at, expires_at, why, decision)
                        values (?, ?, ?, 'a task', ?, ?, 'why', '{}')
                        """)
                .params(offer, ++key, agent, at.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("insert into pool_offer_step (offer, stage, state, agent, at) values (?, 1, 'EXPIRED', ?, ?)")
                .params(offer, agent, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private ResultActions press(StaffMember who, String path) throws Exception {
        return mvc.perform(post(path).with(as(who)).with(csrf()));
    }

    private static Subject subject() {
        return new Subject(null, "TA-1000-0001", "refund-status", "GATE", Set.of(), List.of(), "en", null);
    }
}
