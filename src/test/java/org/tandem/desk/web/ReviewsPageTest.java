package org.tandem.desk.web;

import static org.hamcrest.Matchers.allOf;
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

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DeskTest
class ReviewsPageTest {

    private static final String OF_ANNA = "/desk/reviews/of/anna";

    private final MockMvc mvc;

    @Autowired
    ReviewsPageTest(MockMvc mvc) {
        this.mvc = mvc;
    }

    @Test
    void anAgentReadsWhatReviewersSaidOfTheirAnswersAndNothingOfItIsMarkup() throws Exception {
        mvc.perform(get("/desk/reviews").with(as(ANNA)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"/case/TA-2000-0002\""),
                                containsString("2 Mar 2026"),
                                containsString("Wrong"),
                                containsString("=&lt;b&gt;14&lt;/b&gt; days"),
                                not(containsString("Whose answers were reviewed")))));
    }

    @Test
    void whoseAnswersWereNotReviewedReadsThat() throws Exception {
        mvc.perform(get("/desk/reviews").with(as(BO)))
                .andExpect(content()
                        .string(allOf(
                                containsString("No answer has been reviewed yet"),
                                not(containsString("TA-2000-0002")))));
    }

    @Test
    void leadsReadWhatWasSaidOfEverybody() throws Exception {
        mvc.perform(get("/desk/reviews").with(as(LEA)))
                .andExpect(content().string(containsString("href=\"/desk/reviews/of/anna\"")));
        mvc.perform(get(OF_ANNA).with(as(LEA)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(containsString("answers of anna"), containsString("&lt;b&gt;14&lt;/b&gt;"))));
    }

    @Test
    void nobodyElseDoes() throws Exception {
        for (var page : new String[] {OF_ANNA, OF_ANNA + "/csv"}) {
            mvc.perform(get(page).with(as(BO))).andExpect(status().isForbidden());
            mvc.perform(get(page).with(as(ANNA))).andExpect(status().isForbidden());
        }
        mvc.perform(get("/desk/reviews").with(as(ARI))).andExpect(status().isForbidden());
    }

    @Test
    void theFileHasAReviewALineAndNoFormula() throws Exception {
        var line = "anna,TA-2000-0002,2026-03-02T12:00:00Z,2026-03-02T12:00:00Z,Wrong,'=<b>14</b> days";

        for (var file : new String[] {"/desk/reviews/csv", OF_ANNA + "/csv"}) {
            mvc.perform(get(file).with(as(file.startsWith(OF_ANNA) ? LEA : ANNA)))
                    .andExpect(content().contentType("text/csv;charset=UTF-8"))
                    .andExpect(content().string(allOf(containsString("agent,case,"), containsString(line))));
        }
    }
}
