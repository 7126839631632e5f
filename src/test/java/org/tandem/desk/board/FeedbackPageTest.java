package org.tandem.desk.board;

import static org.assertj.core.api.Assertions.assertThat;
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
import static org.tandem.desk.web.People.LEA;
import static org.tandem.desk.web.People.as;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.tandem.desk.web.DeskTest;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.NewInquiry;
import org.tandem.inquiry.PersonAnswer;

@DeskTest
class FeedbackPageTest {

    private final MockMvc mvc;
    private final Inquiries inquiries;
    private final Grouping grouping;
    private final BoardView board;
    private final Clock clock;
    private UUID theme = UUID.randomUUID();
    private String number = "";

    @Autowired
    FeedbackPageTest(MockMvc mvc, Inquiries inquiries, Grouping grouping, BoardView board, Clock clock) {
        this.mvc = mvc;
        this.inquiries = inquiries;
        this.grouping = grouping;
        this.board = board;
        this.clock = clock;
    }

    @BeforeEach
    void somebodyAnsweredAndHadSomethingToSay() {
        var area = "area-" + UUID.randomUUID().toString().substring(0, 8);
        var receipt = inquiries.open(
                new NewInquiry("Where is my parcel?", new Customer("Robin", "robin@board.example"), "en"), null);
        var key = inquiries.takeToPerson(receipt.id(), receipt.id() + ":1", HandOverReason.GATE, null);
        var now = clock.instant();
        inquiries.handOver(receipt.id(), new HandOver(key, HandOverReason.GATE, "general", now, now, null, now));
        inquiries.answerByPerson(
                receipt.id(),
                new PersonAnswer(
                        "Tomorrow.",
                        "ANSWERED",
                        "NO_DRAFT",
                        null,
                        null,
                        area,
                        "=Show <b>where</b> it is, robin@board.example asks",
                        null,
                        null),
                key);
        grouping.group();
        number = receipt.number();
        theme = board.list(new Filter(area, "", "")).getFirst().theme().id();
    }

    @Test
    void whatSomebodySaidIsOnTheBoardMaskedEscapedAndWithItsCase() throws Exception {
        mvc.perform(get("/desk/feedback").with(as(ANNA)))
                .andExpect(content().string(containsString("/desk/feedback/" + theme)));
        mvc.perform(get("/desk/feedback/" + theme).with(as(ANNA)))
                .andExpect(content().string(containsString("/case/" + number)))
                .andExpect(content().string(containsString("&lt;b&gt;where")))
                .andExpect(content().string(not(containsString("robin@board.example"))))
                .andExpect(content().string(not(containsString("Rename"))));
        mvc.perform(get("/desk/feedback/csv").with(as(ANNA)))
                .andExpect(content().string(containsString("'=Show ")));
    }

    @Test
    void whatTheBoardDoesNotHaveIsRefusedWithWhatThereIs() throws Exception {
        for (var page : new String[] {"/desk/feedback", "/desk/feedback/csv"}) {
            mvc.perform(get(page + "?status=rubbish&days=-3&area=nowhere").with(as(ANNA)))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("rubbish")))
                    .andExpect(content().string(containsString("there are: new, looked-at, planned")))
                    .andExpect(content().string(containsString("is no number of days from 1 to 3650")))
                    .andExpect(content().string(containsString("nowhere")));
        }
        mvc.perform(post("/desk/feedback/{id}/entries", theme)
                        .param("entry", "1")
                        .param("to", "rubbish")
                        .with(csrf())
                        .with(as(LEA)))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("To: &quot;rubbish&quot; is not right")));
        mvc.perform(post("/desk/feedback/{id}/entries", theme)
                        .param("entry", "rubbish")
                        .param("to", "")
                        .with(csrf())
                        .with(as(LEA)))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Entry: there is no such entry.")));
    }

    @Test
    void leadsChangeThemesAndAgentsDoNot() throws Exception {
        var status = post("/desk/feedback/{id}/status", theme)
                .param("status", "planned")
                .with(csrf());
        mvc.perform(status.with(as(ANNA))).andExpect(status().isForbidden());
        mvc.perform(get("/desk/feedback").with(as(ARI))).andExpect(status().isForbidden());

        mvc.perform(post("/desk/feedback/{id}/status", theme)
                        .param("status", "planned")
                        .with(csrf())
                        .with(as(LEA)))
                .andExpect(redirectedUrl("/desk/feedback/" + theme));
        mvc.perform(post("/desk/feedback/{id}/name", theme)
                        .param("name", "Where is it?")
                        .with(csrf())
                        .with(as(LEA)))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post("/desk/feedback/{id}/name", theme)
                        .param("name", " ")
                        .with(csrf())
                        .with(as(LEA)))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Name: it has to have 1 to 200 characters, not 0.")));

        assertThat(board.one(theme)).hasValueSatisfying(listed -> {
            assertThat(listed.theme().name()).isEqualTo("Where is it?");
            assertThat(listed.theme().status()).isEqualTo(Theme.Status.PLANNED);
        });
        mvc.perform(get("/desk/feedback/" + UUID.randomUUID()).with(as(LEA))).andExpect(status().isNotFound());
    }
}
