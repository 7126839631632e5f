package org.tandem.desk.pay;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
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

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tandem.desk.pool.ProfileForm;
import org.tandem.desk.pool.Profiles;
import org.tandem.desk.pool.Roster;
import org.tandem.desk.web.DeskTest;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.NewInquiry;
import org.tandem.inquiry.PersonAnswer;

@DeskTest
class EarningsPageTest {

    private static final Instant MARCH = Instant.parse("2026-03-10T11:00:00Z");
    private static final String CORRECTIONS = "/desk/earnings/of/anna/corrections";

    private final MockMvc mvc;
    private final Inquiries inquiries;
    private final JdbcClient database;
    private final Payroll payroll;
    private final Profiles profiles;
    private final Roster roster;

    @Autowired
    EarningsPageTest(
            MockMvc mvc, Inquiries inquiries, JdbcClient database, Payroll payroll, Profiles profiles, Roster roster) {
        this.mvc = mvc;
        this.inquiries = inquiries;
        this.database = database;
        this.payroll = payroll;
        this.profiles = profiles;
        this.roster = roster;
    }

    @AfterEach
    void forget() {
        database.sql("delete from pay_entry where corrects is not null").update();
        database.sql("delete from pay_entry").update();
    }

    @Test
    void anAnswerIsOnTheStatementOfWhoGaveIt() throws Exception {
        var receipt = inquiries.open(
                new NewInquiry("Where is my parcel?", new Customer("Robin", "robin@pay.example"), "en"), null);
        var key = inquiries.takeToPerson(receipt.id(), receipt.id() + ":1", HandOverReason.GATE, null);
        inquiries.handOver(receipt.id(), new HandOver(key, HandOverReason.GATE, "general", MARCH, MARCH, null, MARCH));
        inquiries.answerByPerson(
                receipt.id(),
                new PersonAnswer("Tomorrow.", "ANSWERED", "NO_DRAFT", null, null, null, "", null, null),
                key);
        inquiries.recordAgent(receipt.id(), key, "bo");

        payroll.settle();

        mvc.perform(get("/desk/earnings").with(as(BO)))
                .andExpect(content().string(containsString(receipt.number())))
                .andExpect(content().string(containsString("answer, ")))
                .andExpect(content().string(containsString("no word so far, until")))
                .andExpect(content().string(containsString("1 × no word.")));
        mvc.perform(get("/desk/earnings").with(as(ANNA)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(receipt.number()))));
    }

    @Test
    void reviewersReadWhatOthersSaidOfTheirReviewsAndNobodyElseDoes() throws Exception {
        mvc.perform(get("/desk/earnings").with(as(ANNA)))
                .andExpect(content().string(containsString("You found it right, the other reviewer wrong.")))
                .andExpect(content().string(containsString("It takes 14 days.")));
        mvc.perform(get("/desk/earnings").with(as(BO)))
                .andExpect(content().string(not(containsString("the other reviewer"))));
        paid("anna", 320, MARCH, "TA-1000-0001");
        mvc.perform(get("/desk/earnings/of/anna?month=2026-03").with(as(LEA)))
                .andExpect(content().string(not(containsString("the other reviewer"))));
    }

    @Test
    void aMonthEndsByTheClockOfTheRateCard() throws Exception {
        paid("anna", 320, Instant.parse("2026-03-29T00:30:00Z"), "TA-1000-0001"); // the night without two o'clock
        paid("anna", 480, Instant.parse("2026-03-31T21:59:59Z"), "TA-1000-0002");
        paid("anna", 500, Instant.parse("2026-03-31T22:00:00Z"), "TA-1000-0003");

        mvc.perform(get("/desk/earnings?month=2026-03").with(as(ANNA)))
                .andExpect(content().string(containsString("8.00 EUR")))
                .andExpect(content().string(not(containsString("TA-1000-0003"))));
        mvc.perform(get("/desk/earnings?month=2026-04").with(as(ANNA)))
                .andExpect(content().string(containsString("5.00 EUR")))
                .andExpect(content().string(not(containsString("TA-1000-0002"))));
        mvc.perform(get("/desk/earnings?month=March").with(as(ANNA)))
                .andExpect(content().string(containsString("Month: &quot;March&quot; is no month")));
        for (var file : new String[] {"csv", "of/anna/csv", "everybody/csv"}) {
            mvc.perform(get("/desk/earnings/" + file + "?month=March").with(as(LEA)))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("Month: \"March\" is no month")));
        }
    }

    @Test
    void theFileHasExactAmountsAndNothingThatASpreadsheetTakesForAFormula() throws Exception {
        paid("anna", 320, MARCH, "=cmd()");

        mvc.perform(get("/desk/earnings/csv?month=2026-03").with(as(ANNA)))
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(content().string(startsWith("agent,at,type,case,what,rate_card,amount,currency")))
                .andExpect(content().string(containsString("earned,'=cmd(),\"answer, day\",2026,3.20,EUR,")));
    }

    @Test
    void agentsSeeOnlyTheirOwnPayAndLeadsThatOfAll() throws Exception {
        paid("anna", 320, MARCH, "TA-1000-0001");
        paid("bo", 600, MARCH, "TA-1000-0002");

        for (var page : new String[] {"of/anna", "of/anna/csv", "everybody", "everybody/csv"}) {
            mvc.perform(get("/desk/earnings/" + page).with(as(ANNA))).andExpect(status().isForbidden());
        }
        mvc.perform(get("/desk/earnings").with(as(ARI))).andExpect(status().isForbidden());
        mvc.perform(get("/desk/earnings/everybody?month=2026-03").with(as(LEA)))
                .andExpect(content().string(containsString("9.20 EUR")));
        mvc.perform(get("/desk/earnings/everybody/csv?month=2026-03").with(as(LEA)))
                .andExpect(content()
                        .string(containsString("anna,1,3.20,0.00,0.00,3.20,EUR\r\nbo,1,6.00,0.00,0.00,6.00,EUR")));
        mvc.perform(get("/desk/earnings/of/bo?month=2026-03").with(as(LEA)))
                .andExpect(content().string(containsString("TA-1000-0002")));
    }

    @Test
    void aCorrectionIsAFurtherEntryWithItsReasonHoweverOftenItIsSent() throws Exception {
        var entry = paid("anna", 320, MARCH, "TA-1000-0001");
        var form = correction("-1.20", "Paid for a call", entry.toString());

        mvc.perform(form).andExpect(redirectedUrl("/desk/earnings/of/anna"));
        mvc.perform(form).andExpect(status().is3xxRedirection());

        mvc.perform(get("/desk/earnings").with(as(ANNA)))
                .andExpect(content()
                        .string(containsString("correction of March 2026, answer, day, by lea: Paid for a call")))
                .andExpect(content().string(containsString("about earlier work: -1.20 EUR")))
                .andExpect(content().string(containsString(">0.00 EUR</p>")));
        mvc.perform(get("/desk/earnings?month=2026-03").with(as(ANNA)))
                .andExpect(content().string(containsString("3.20 EUR")))
                .andExpect(content().string(containsString("Corrected later")))
                .andExpect(content().string(containsString("Paid for a call for TA-1000-0001, -1.20 EUR")));
        mvc.perform(correction("-2.01", "Again", entry.toString()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("the entry is worth 2.00 EUR by now")));
    }

    @Test
    void withoutAnEntryNoMoreCanBeTakenBackThanTheMonthPaid() throws Exception {
        paid("anna", 320, MARCH, "TA-1000-0001");
        paid("anna", 900, MARCH.plus(Duration.ofDays(31)), "TA-1000-0002");

        mvc.perform(correction("-3.21", "Not done", "").param("month", "2026-03"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("anna has 3.20 EUR for March 2026 by now")));
        mvc.perform(correction("-3.20", "Not done", "").param("month", "2026-03"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(correction("-0.01", "Not done", "").param("month", "2026-03"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("anna has 0.00 EUR for March 2026 by now")));
        mvc.perform(correction("5", "Extra", "").param("month", "2026-03")).andExpect(status().is3xxRedirection());
    }

    @Test
    void whoeverWorksHereCanBePaidAFirstTimeAndNobodyElseHasAPage() throws Exception {
        profiles.change("anna", new ProfileForm("STUDENT", "", "en", "1", "Europe/Stockholm"), "lea");
        mvc.perform(correction("5", "For the training", "")).andExpect(status().is3xxRedirection());

        mvc.perform(get("/desk/earnings").with(as(ANNA)))
                .andExpect(content().string(containsString("For the training")));
        mvc.perform(get("/desk/earnings/of/nobody").with(as(LEA)))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("Nobody called &quot;nobody&quot; works at the desk")));
        mvc.perform(get("/desk/earnings/of/nobody/csv").with(as(LEA))).andExpect(status().isNotFound());
        roster.remove("anna", "lea");
    }

    @Test
    void aFormThatIsSentAgainWithSomethingElseInItIsRefused() throws Exception {
        var entry = paid("anna", 320, MARCH, "TA-1000-0001");
        var form = UUID.randomUUID().toString();
        mvc.perform(correction(form, "-3.20", "Paid for a call", entry.toString(), true))
                .andExpect(status().is3xxRedirection());

        mvc.perform(correction(form, "-3.20", "Paid for a call", entry.toString(), true))
                .andExpect(status().is3xxRedirection());
        mvc.perform(correction(form, "-2.00", "Paid for a call", entry.toString(), true))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("This form was sent before, with -3.20 EUR")));
    }

    @ParameterizedTest
    @CsvSource({
        "a lot, Because, Amount: &quot;a lot&quot; is no amount",
        "-1.205, Because, Amount: -1.205 has more decimal places than EUR",
        "0, Because, Amount: 0 changes nothing",
        "92233720368547758.07, Because, 'Amount: 92233720368547758.07 EUR is too much for one correction: write at most 1000000.00 EUR.'",
        "1000000.01, Because, 'Amount: 1000000.01 EUR is too much for one correction'",
        "1e-999999999, Because, Amount: 1E-999999999 has more decimal places than EUR",
        "-1e30, Because, Amount: -1E+30 is too large an amount",
        "-1, ' ', Reason: please say why",
    })
    void aCorrectionThatCannotBeIsRefusedAndWhatWasTypedStays(String amount, String reason, String why)
            throws Exception {
        paid("anna", 320, MARCH, "TA-1000-0001");

        mvc.perform(correction(amount, reason, ""))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString(why)))
                .andExpect(content().string(containsString("value=\"%s\"".formatted(amount))));
    }

    @Test
    void noAmountOfOneAgentKeepsAnybodyFromTheirPageNorALeadFromTakingItBack() throws Exception {
        paid("bo", Long.MAX_VALUE, Instant.now(), "TA-1000-0001");
        paid("bo", Long.MAX_VALUE, Instant.now(), "TA-1000-0002");
        paid("anna", 320, Instant.now(), "TA-1000-0003");

        mvc.perform(get("/desk/earnings").with(as(ANNA))).andExpect(content().string(containsString(">3.20 EUR</p>")));
        mvc.perform(get("/desk/earnings").with(as(BO)))
                .andExpect(content().string(containsString("184467440737095516.14 EUR")));
        mvc.perform(get("/desk/earnings/everybody").with(as(LEA)))
                .andExpect(content().string(containsString("184467440737095519.34 EUR")));
        mvc.perform(get("/desk/earnings/everybody/csv").with(as(LEA)))
                .andExpect(content().string(containsString("bo,2,184467440737095516.14,")));
        for (var times = 0; times < 2; times++) {
            mvc.perform(post("/desk/earnings/of/bo/corrections")
                            .param("form", UUID.randomUUID().toString())
                            .param("amount", "-92233720368547758.07")
                            .param("reason", "A slip")
                            .param("confirmed", "true")
                            .with(csrf())
                            .with(as(LEA)))
                    .andExpect(status().is3xxRedirection());
        }
        mvc.perform(get("/desk/earnings").with(as(BO))).andExpect(content().string(containsString(">0.00 EUR</p>")));
    }

    @Test
    void aMonthThatHasNotBegunCannotBeCorrected() throws Exception {
        paid("anna", 320, MARCH, "TA-1000-0001");

        mvc.perform(correction("5", "Extra", "").param("month", "2099-12"))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(containsString("Month: 2099-12 has not begun: choose %s or an earlier one."
                                .formatted(Month.at(Instant.now(), ZoneId.of("Europe/Stockholm"))))));
        mvc.perform(correction("5", "Extra", "")
                        .param(
                                "month",
                                Month.at(Instant.now(), ZoneId.of("Europe/Stockholm"))
                                        .toString()))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void nobodyCorrectsTheirOwnPayNorSomebodyElsesEntryNorWithoutConfirming() throws Exception {
        paid("anna", 320, MARCH, "TA-1000-0001");
        paid("lea", 320, MARCH, "TA-1000-0003");
        var ofBo = paid("bo", 320, MARCH, "TA-1000-0002");

        mvc.perform(correction("-1", "Because", ofBo.toString()))
                .andExpect(content().string(containsString("there is no such entry of anna")));
        mvc.perform(correction("-1", "Because", "", false))
                .andExpect(content().string(containsString("Please confirm")));
        mvc.perform(post("/desk/earnings/of/lea/corrections")
                        .param("form", UUID.randomUUID().toString())
                        .param("amount", "9")
                        .param("reason", "Well done")
                        .param("confirmed", "true")
                        .with(csrf())
                        .with(as(LEA)))
                .andExpect(content().string(containsString("has to be corrected by another lead")));
    }

    private MockHttpServletRequestBuilder correction(String amount, String reason, String entry) {
        return correction(amount, reason, entry, true);
    }

    private MockHttpServletRequestBuilder correction(String amount, String reason, String entry, boolean confirmed) {
        return correction(UUID.randomUUID().toString(), amount, reason, entry, confirmed);
    }

    private static MockHttpServletRequestBuilder correction(
            String form, String amount, String reason, String entry, boolean confirmed) {
        return post(CORRECTIONS)
                .param("form", form)
                .param("entry", entry)
                .param("amount", amount)
                .param("reason", reason)
                .param("confirmed", Boolean.toString(confirmed))
                .with(csrf())
                .with(as(LEA));
    }

    private UUID paid(String agent, long minorUnits, Instant at, String number) {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into pay_entry
                            (id, entry_key, type, agent, inquiry_number, minor_units, currency, card, price_row, at, booked_at,
                             reason, booked_by)
                        values (?, ?, 'EARNED', ?, ?, ?, 'EUR', '2026', 'answer, day', ?, ?, '', 'Tandem')
                        """)
                .params(id, id.toString(), agent, number, minorUnits, Timestamp.from(at), Timestamp.from(at))
                .update();
        return id;
    }
}
