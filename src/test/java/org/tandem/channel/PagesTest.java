package org.tandem.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.channel.Web.Answer;
import org.tandem.inquiry.AiAttempt;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.Findings;
import org.tandem.inquiry.GateDecision;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Message;
import org.tandem.inquiry.Outcome;
import org.tandem.inquiry.PersonAnswer;
import org.tandem.inquiry.Source;
import org.tandem.inquiry.State;

@ChannelTest
class PagesTest {

    private static final Pattern FORM_KEY = Pattern.compile("name=\"formKey\" value=\"([^\"]+)\"");
    private static final Pattern SEEN = Pattern.compile("/live\\?seen=([0-9a-f]+)");

    private final Web web;
    private final Inquiries inquiries;
    private final JdbcClient database;

    PagesTest(@LocalServerPort int port, @Autowired Inquiries inquiries, @Autowired JdbcClient database) {
        this.database = database;
        this.web = new Web(port);
        this.inquiries = inquiries;
    }

    @Test
    void askingLeadsToThePageOfTheConversation() {
        var page = ask("Where is my parcel?");

        var shown = web.get(page);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body())
                .contains("Where is my parcel?", "Our AI assistant is reading your inquiry", "Talk to a person")
                .containsPattern("TA-\\d{4}-\\d{4}");
    }

    @Test
    void theFormSentTwiceIsOneInquiryAndSentAgainWithAnotherTextIsTwo() {
        var fields = typed("Where is my parcel?");
        fields.put("formKey", formKey(web.get("/").body()));

        var first = web.form("/", fields).header("Location");
        var second = web.form("/", fields).header("Location");
        fields.put("text", "And where is my card?");
        var third = web.form("/", fields).header("Location");

        assertThat(second).isEqualTo(first);
        assertThat(third).isNotEqualTo(first).contains("/i/");
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndNothingTypedIsLost() {
        var fields = typed("<script>alert('x')</script>");
        fields.put("email", "nowhere");

        var page = web.form("/", fields);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains(
                        "The address is not an e-mail address",
                        "value=\"nowhere\"",
                        "value=\"Ada Example\"",
                        "&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void aTextThatIsTooLongComesBackWhole() {
        var page = web.form("/", typed("x".repeat(1_000_000)));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("x".repeat(1_000_000), "has 1,000,000 characters, at most 8,000");
    }

    @Test
    void whoeverWouldRatherBeCalledGivesANumberThatNoPageShowsAgain() {
        var fields = typed("Somebody died");
        fields.put("person", "yes");
        var page = path(web.form("/", fields));
        assertThat(web.get(page).body()).contains("Would you rather be called?");

        var wrong = web.form(page + "/call", Map.of("phone", "0171 12"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("The phone number is none that we can call", "value=\"0171 12\"");
        web.form(page + "/call", Map.of("phone", "+44 20 7946 0018"));

        assertThat(web.get(page).body()).contains("You will be called.").doesNotContainPattern("7946 ?0018");
        assertThat(inquiries.callNumber(id(page))).isPresent();
        web.form(page + "/writing", Map.of());
        assertThat(web.get(page).body()).contains("Would you rather be called?");
        assertThat(inquiries.callNumber(id(page))).isEmpty();
    }

    @Test
    void aComplaintGoesStraightToAPersonAndStaysTickedWhileSomethingIsWrong() {
        var fields = typed("You took my money twice");
        fields.put("complaint", "yes");
        fields.put("email", "nobody");
        assertThat(web.form("/", fields).body()).containsPattern("name=\"complaint\"[^>]*checked");
        fields.put("email", "robin@customer.example");

        var page = path(web.form("/", fields));

        assertThat(inquiries.get(id(page)).complaint()).isTrue();
        assertThat(inquiries.get(id(page)).state()).isEqualTo(State.WITH_PERSON);
    }

    @Test
    void talkingToAPersonIsPossibleRightAway() {
        var fields = typed("Somebody died");
        fields.put("person", "yes");

        var page = path(web.form("/", fields));

        assertThat(inquiries.get(id(page)).state()).isEqualTo(State.WITH_PERSON);
        assertThat(web.get(page).body()).contains("You are waiting for a person", "Waiting for a person");
    }

    @Test
    void anAiAnswerIsMarkedAndShowsWhereItComesFrom() {
        var page = ask("Where is my parcel?");
        aiAnswers(id(page));

        assertThat(web.get(page).body())
                .contains(
                        "Our AI assistant has answered",
                        "Written by AI",
                        "href=\"https://help.example.org/delivery\"",
                        "That solved it",
                        "Not solved",
                        "Talk to a person")
                .doesNotContain("javascript:alert");
    }

    @Test
    void thePageSaysByWhenAPersonAnswers() {
        var page = ask("Where is my parcel?");
        post(page, "/person", Map.of());
        handOver(id(page), 110);

        assertThat(web.get(page).body())
                .as("the message and how it stands")
                .containsSubsequence(
                        "You are waiting for a person; our target is an answer within 2 hours",
                        "You asked for a person. One takes over. Our target is an answer within 2 hours.")
                .doesNotContainPattern("within (?!2 hours)\\d");
    }

    @Test
    void fromTheAnswerToTheRating() {
        var page = ask("Where is my parcel?");
        aiAnswers(id(page));
        post(page, "/verdict", Map.of("solved", "false"));
        personAnswers(id(page));
        assertThat(web.get(page).body()).contains("A person at Alderpay", "It arrives tomorrow.");

        post(page, "/verdict", Map.of("solved", "true"));
        assertThat(web.get(page).body()).contains("This is solved", "How satisfied are you");
        post(page, "/rating", Map.of("score", "4", "comment", "Kind"));

        assertThat(inquiries.get(id(page)).rating())
                .satisfies(rating -> assertThat(rating.score()).isEqualTo(4));
        assertThat(web.get(page).body()).contains("You can still change your rating");
    }

    @Test
    void whatWasPresumedSolvedAsksWhetherItIs() {
        var page = ask("Where is my parcel?");
        aiAnswers(id(page));
        inquiries.resolve(id(page), null, Outcome.PRESUMED_SOLVED);
        assertThat(web.get(page).body()).contains("Did this solve it?", "How satisfied are you");

        post(page, "/verdict", Map.of("solved", "true"));

        assertThat(web.get(page).body()).doesNotContain("Did this solve it?").contains("How satisfied are you");
    }

    @Test
    void aRatingOfWhatWasClosedLongAgoIsRefusedInWords() {
        var page = ask("Where is my parcel?");
        aiAnswers(id(page));
        inquiries.resolve(id(page), null, Outcome.PRESUMED_SOLVED);
        inquiries.close(id(page), null, Outcome.PRESUMED_SOLVED);
        database.sql("update inquiry set answered_at = ? where id = ?")
                .params(Timestamp.from(Instant.now().minus(Duration.ofDays(31))), id(page).value())
                .update();

        var refused = post(page, "/rating", Map.of("score", "1"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("The rating was not taken: the inquiry was closed and its answer is too old.");
        assertThat(inquiries.get(id(page)).rating()).isNull();
    }

    @Test
    void writingMoreTwiceIsOneMessageAndAnotherTextFromTheSameFormIsKept() {
        var page = ask("Where is my parcel?");
        var key = formKey(web.get(page).body());

        post(page, "/messages", Map.of("text", "Order 12", "formKey", key));
        post(page, "/messages", Map.of("text", "Order 12", "formKey", key));
        post(page, "/messages", Map.of("text", "Order 13", "formKey", key));

        assertThat(inquiries.get(id(page)).messages())
                .extracting(Message::text)
                .containsExactly("Where is my parcel?", "Order 12", "Order 13");
    }

    @Test
    void aClickOnAPageThatIsOutOfDateChangesNothingAndSaysSo() {
        var page = ask("Where is my parcel?");

        var stale = post(page, "/verdict", Map.of("solved", "true"));

        assertThat(stale.header("Location")).endsWith("?moved");
        assertThat(web.get(path(stale)).body()).contains("moved on meanwhile");
    }

    @Test
    void aMessageToAWithdrawnInquiryComesBackAsANewOne() {
        var page = ask("Where is my parcel?");
        post(page, "/withdrawal", Map.of());

        var refused = post(page, "/messages", Map.of("text", "Found it missing again"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("The inquiry was withdrawn", "Found it missing again");
        assertThat(web.get(page).body()).contains("You withdrew this inquiry", "Ask something new");
    }

    @Test
    void anEmptyMessageIsSaidAtItsField() {
        var page = ask("Where is my parcel?");

        var refused = post(page, "/messages", Map.of("text", "  "));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("The message is empty");
    }

    @Test
    void aRatingWithoutAScoreKeepsTheComment() {
        var page = ask("Where is my parcel?");
        aiAnswers(id(page));
        post(page, "/verdict", Map.of("solved", "true"));

        var refused = post(page, "/rating", Map.of("comment", "Quite good"));
        var tooLong = post(page, "/rating", Map.of("score", "4", "comment", "x".repeat(2_001)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("The score is missing", "Quite good");
        assertThat(tooLong.body())
                .contains("2,001 characters", "x".repeat(2_001))
                .containsPattern("value=\"4\"[^>]*checked");
    }

    @Test
    void whatWasSaidWithARatingThatCameTooLateIsKeptAsAMessage() {
        var page = ask("Where is my parcel?");
        aiAnswers(id(page));
        post(page, "/verdict", Map.of("solved", "true"));
        post(page, "/person", Map.of());

        var late = post(page, "/rating", Map.of("score", "4", "comment", "Quite good"));
        post(page, "/withdrawal", Map.of());
        var tooLate = post(page, "/rating", Map.of("score", "4", "comment", "Quite good"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("the inquiry has moved on meanwhile", ">Quite good</textarea>");
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.body()).contains("The inquiry was withdrawn", ">Quite good</textarea>");
    }

    @Test
    void onlyWhatChangedIsFetchedAgain() {
        var page = ask("Where is my parcel?");
        var seen = SEEN.matcher(web.get(page).body());
        assertThat(seen.find()).isTrue();

        var unchanged = web.get(page + "/live?seen=" + seen.group(1));
        aiAnswers(id(page));
        var changed = web.get(page + "/live?seen=" + seen.group(1));

        assertThat(unchanged.status()).isEqualTo(204);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body()).contains("Parcels take three days.").doesNotContain("<html");
    }

    @Test
    void withoutJavaScriptThePageLoadsItselfButNotWhileSomebodyTypes() {
        var page = ask("Where is my parcel?");

        assertThat(web.get(page).body()).contains("http-equiv=\"refresh\"", "?still=");
        assertThat(web.get(page + "?still=").body()).doesNotContain("http-equiv=\"refresh\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/i/nonsense", "/i/42.abc", "/i/3f2b8c1e-0d4a-4c57-9a57-1f4f1f0e6b21.wrong"})
    void aLinkThatOpensNothingSaysSoAndGivesBackWhatWasTyped(String link) {
        var shown = web.get(link);
        var posted = post(link, "/messages", Map.of("text", "My long message"));

        assertThat(shown.status()).isEqualTo(401);
        assertThat(shown.body()).contains("This link does not open a conversation");
        assertThat(posted.status()).isEqualTo(401);
        assertThat(posted.body()).contains("My long message");
    }

    @Test
    void anUnknownAddressGetsAPageInPlainWords() {
        var page = web.get("/nowhere");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing at this address", "Alderpay");
    }

    @Test
    void pagesLetNoStrangersInAndAreNotKept() {
        var page = ask("Where is my parcel?");

        for (var address : List.of("/", page)) {
            var shown = web.get(address);
            assertThat(shown.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(shown.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
            assertThat(shown.body()).doesNotContain("style=\"", "onclick", "<style");
        }
    }

    /** To look for each link among all files takes longer than all the rest of a page. */
    @Test
    void linksAreWrittenAsTheyAre() {
        assertThat(web.get("/").body()).contains("src=\"/webjars/htmx.org/dist/htmx.min.js\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tandem.css",
                "/refreshing.css",
                "/tandem.js",
                "/favicon.svg",
                "/webjars/htmx.org/dist/htmx.min.js"
            })
    void whatThePagesNeedIsServedFromHere(String path) {
        assertThat(web.get(path).status()).isEqualTo(200);
    }

    private String ask(String text) {
        return path(web.form("/", typed(text)));
    }

    private static Map<String, String> typed(String text) {
        var fields = new HashMap<String, String>();
        fields.put("name", "Ada Example");
        fields.put("email", UUID.randomUUID() + "@example.org");
        fields.put("text", text);
        return fields;
    }

    private Answer post(String page, String action, Map<String, String> fields) {
        return web.form(page + action, fields);
    }

    private static String path(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(302, 303);
        return answer.header("Location").replaceAll("^https?://[^/]+", "").replaceAll("#.*", "");
    }

    private static InquiryId id(String page) {
        return InquiryId.of(page.substring("/i/".length(), page.indexOf('.')));
    }

    private static String formKey(String page) {
        var key = FORM_KEY.matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private void aiAnswers(InquiryId id) {
        var file = inquiries.get(id);
        var sources = List.of(
                new Source("Delivery times", "https://help.example.org/delivery"),
                new Source("Bad", "javascript:alert(1)"));
        inquiries.keepAttempt(
                id,
                new AiAttempt(
                        file.conversationKey(),
                        (int) file.messages().stream()
                                .filter(message -> message.author() == Author.CUSTOMER)
                                .count(),
                        null,
                        null,
                        null,
                        0.1,
                        "Parcels take three days.",
                        sources,
                        "en",
                        true,
                        false,
                        false,
                        "test",
                        "{}",
                        Findings.NONE,
                        file.receivedAt()));
        inquiries.answerByAi(
                id,
                new GateDecision(file.conversationKey(), "AI_ANSWER", "low risk", "r1", "v1", "{}", file.receivedAt()));
    }

    private void handOver(InquiryId id, int minutes) {
        var file = inquiries.get(id);
        var now = file.receivedAt();
        inquiries.handOver(
                id,
                new HandOver(
                        file.conversationKey(),
                        HandOverReason.CUSTOMER_ASKED,
                        "general",
                        now.plusSeconds(minutes * 60L),
                        now.plusSeconds(86_400),
                        null,
                        now));
    }

    private void personAnswers(InquiryId id) {
        var key = inquiries.takeToPerson(id, inquiries.get(id).conversationKey(), HandOverReason.NOT_SOLVED, null);
        inquiries.answerByPerson(
                id,
                new PersonAnswer(
                        "It arrives tomorrow.", "INFORMED", "WRONG", "NOT_TRUE", null, null, "none", null, null),
                key);
    }
}
