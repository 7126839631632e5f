package org.tandem.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tandem.channel.Web.Answer;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.PersonAnswer;
import org.tandem.inquiry.State;

@ChannelTest
class InquiryApiTest {

    private static final String ASK = """
        {"text":"Where is my parcel?","customer":{"name":"Ada Example","email":"ada@example.org"},"language":"en"}\
        """;
    private static final String COMPLAINT = ASK.replaceFirst("\\{", "{\"complaint\": true, ");

    private final Web web;
    private final Inquiries inquiries;

    InquiryApiTest(@LocalServerPort int port, @Autowired Inquiries inquiries) {
        this.web = new Web(port);
        this.inquiries = inquiries;
    }

    @Test
    void openingGivesIdNumberTokenAndLinks() {
        var answer = web.post("/api/inquiries", ASK);

        assertThat(answer.status()).isEqualTo(201);
        var opened = answer.json();
        assertThat(opened.get("id").asText()).hasSize(36);
        assertThat(opened.get("number").asText()).matches("TA-\\d{4}-\\d{4}");
        assertThat(opened.get("token").asText()).hasSize(43);
        assertThat(opened.get("links").fieldNames())
                .toIterable()
                .containsExactly(
                        "self",
                        "page",
                        "messages",
                        "personRequest",
                        "callRequest",
                        "writingRequest",
                        "verdict",
                        "rating",
                        "withdrawal");
        assertThat(answer.header("Location"))
                .isEqualTo(opened.at("/links/self").asText())
                .endsWith(opened.get("id").asText());
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void theInquiryIsReadWithItsToken() {
        var mine = open();

        var read = web.get(mine.path, mine.auth).json();

        assertThat(read.get("id").asText()).isEqualTo(mine.id);
        assertThat(read.get("number").asText()).startsWith("TA-");
        assertThat(read.get("state").asText()).isEqualTo("RECEIVED");
        var message = read.at("/messages/0");
        assertThat(message.get("author").asText()).isEqualTo("CUSTOMER");
        assertThat(message.get("text").asText()).isEqualTo("Where is my parcel?");
        assertThat(message.get("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(message.get("sources").isEmpty()).isTrue();
    }

    @Test
    void theWholeWayThroughTheApi() {
        var mine = open();

        assertThat(mine.post("/messages", "{\"text\":\"Order 12\"}").status()).isEqualTo(201);
        assertThat(mine.post("/person-request", "").json().get("state").asText())
                .isEqualTo("WAITING_FOR_PERSON");
        assertThat(mine.post("/person-request", "").status()).isEqualTo(200);
        personAnswers(mine);
        assertThat(mine.post("/verdict", "{\"solved\":false}")
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("WAITING_FOR_PERSON");
        personAnswers(mine);
        assertThat(mine.post("/verdict", "{\"solved\":true}")
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("RESOLVED");
        assertThat(mine.post("/rating", "{\"score\":5,\"comment\":\"Kind\"}")
                        .json()
                        .at("/rating/score")
                        .asInt())
                .isEqualTo(5);
        assertThat(mine.post("/withdrawal", "").json().get("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(mine.post("/withdrawal", "").status()).isEqualTo(200);
    }

    @Test
    void aComplaintGoesStraightToAPerson() {
        var opened = web.post("/api/inquiries", COMPLAINT).json();

        var file = inquiries.get(InquiryId.of(opened.get("id").asText()));
        assertThat(file.complaint()).isTrue();
        assertThat(file.state()).isEqualTo(State.WITH_PERSON);
    }

    @Test
    void theSameKeyIsRefusedOnceItIsAComplaint() {
        var key = UUID.randomUUID().toString();
        web.post("/api/inquiries", ASK, "Idempotency-Key", key);

        assertProblem(web.post("/api/inquiries", COMPLAINT, "Idempotency-Key", key), 422, "Idempotency-Key");
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndOtherContentIsRefused() {
        var key = UUID.randomUUID().toString();
        var first = web.post("/api/inquiries", ASK, "Idempotency-Key", key);
        var again = web.post("/api/inquiries", ASK, "Idempotency-Key", key);
        var other = web.post("/api/inquiries", ASK.replace("parcel", "card"), "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertProblem(other, 422, "Idempotency-Key");
    }

    /** Columns: the resource, what is sent, other content if it takes any, and the state before. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        /messages       | {"text":"more"}                | {"text":"other text"}          | asked
        /person-request | {}                             |                                | asked
        /call-request   | {"phone":"+442079460018"}      | {"phone":"+442079460019"}      | with a person
        /writing-request | {}                            |                                | with a person
        /verdict        | {"solved":true}                | {"solved":false}               | answered
        /verdict        | {"solved":false}               | {"solved":true}                | answered
        /rating         | {"score":5}                    | {"score":4}                    | solved
        /rating         | {"score":5,"comment":"Kind"}   | {"score":5,"comment":"Slow"}   | solved
        /rating         | {"score":5,"comment":"Kind"}   | {"score":5}                    | solved
        /withdrawal     | {}                             |                                | asked
        """)
    void everyActionIsTakenOnceForItsKeyAndTheKeyIsRefusedWithOtherContent(
            String action, String content, String other, String before) {
        var mine = open();
        if (before.equals("with a person")) {
            mine.post("/person-request", "");
        } else if (!before.equals("asked")) {
            personAnswers(mine);
        }
        if (before.equals("solved")) {
            mine.post("/verdict", "{\"solved\":true}");
        }

        var first = mine.once("key", action, content);
        var again = mine.once("key", action, content);
        var afterAgain = mine.read();

        assertThat(first.status()).as(first.body()).isIn(200, 201);
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.json()).isEqualTo(first.json()).isEqualTo(afterAgain);
        if (other != null) {
            assertProblem(mine.once("key", action, other), 422, "Idempotency-Key");
            assertThat(mine.read()).isEqualTo(afterAgain);
        }
        assertThat(open().once("key", "/messages", "{\"text\":\"another inquiry\"}")
                        .status())
                .as("keys belong to an inquiry")
                .isEqualTo(201);
    }

    @Test
    void aRequestThatComesAgainLateIsNotDoneAgain() {
        var mine = open();
        assertThat(mine.once("p", "/person-request", "").status()).isEqualTo(200);
        personAnswers(mine);
        assertThat(mine.once("v", "/verdict", "{\"solved\":true}").status()).isEqualTo(200);
        assertThat(mine.once("r1", "/rating", "{\"score\":1}").status()).isEqualTo(200);
        assertThat(mine.once("r2", "/rating", "{\"score\":5}").status()).isEqualTo(200);

        assertThat(mine.once("p", "/person-request", "").status()).isEqualTo(200);
        assertThat(mine.once("v", "/verdict", "{\"solved\":true}").status()).isEqualTo(200);
        assertThat(mine.once("r1", "/rating", "{\"score\":1}").status()).isEqualTo(200);

        assertThat(mine.read().get("state").asText()).isEqualTo("RESOLVED");
        assertThat(mine.read().at("/rating/score").asInt()).isEqualTo(5);
    }

    @Test
    void aRequestThatWasRefusedHasNotUsedItsKey() {
        var mine = open();
        assertProblem(mine.once("key", "/verdict", "{\"solved\":true}"), 409);
        personAnswers(mine);

        assertThat(mine.once("key", "/verdict", "{\"solved\":false}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/messages",
                "/person-request",
                "/call-request",
                "/writing-request",
                "/verdict",
                "/rating",
                "/withdrawal"
            })
    void noActionTakesAKeyThatCannotBeOne(String action) {
        assertProblem(open().once("k".repeat(201), action, "{}"), 400, "Idempotency-Key");
    }

    @Test
    void doubleClicksChangeNothingMore() {
        var mine = open();

        var one = mine.post("/messages", "{\"text\":\"Order 12\"}").json();
        var two = mine.post("/messages", "{\"text\":\"Order 12\"}").json();

        assertThat(two).isEqualTo(one);
    }

    /** Columns: body, the fields named, words of the message. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        {}                                                                   | text customer.name customer.email | is empty
        {"text":"   ","customer":{"name":"A","email":"a@b.org"}}             | text                              | is empty
        {"text":"x","customer":{"name":"","email":"a@b.org"}}                | customer.name                     | is missing
        {"text":"x","customer":{"name":"A\\nB","email":"a@b.org"}}           | customer.name                     | one line
        {"text":"x","customer":{"name":"A","email":"a.b.org"}}               | customer.email                    | looks like ada@example.org
        {"text":"x","customer":{"name":"A","email":"a@b"}}                   | customer.email                    | looks like ada@example.org
        {"text":"x\\u0000y","customer":{"name":"A","email":"a@b.org"}}       | text                              | not text
        {"text":"\\u0007\\u001b[1m","customer":{"name":"A","email":"a@b.org"}} | text                            | not text
        {"text":"\\ud800","customer":{"name":"A","email":"a@b.org"}}         | text                              | not text
        {"text":"x","customer":{"name":"A","email":"a@b.org"},"language":"klingonese!"} | language               | language code
        {"text":{"a":1},"customer":{"name":"A","email":"a@b.org"}}           | text                              | text in quotes
        {"text":"\\u200b\\u2800","customer":{"name":"A","email":"a@b.org"}} | text                              | is empty
        {"text":"x","customer":{"name":"\\u200b","email":"a@b.org"}}         | customer.name                     | is missing
        {"text":"x","customer":{"name":"\\u2800\\u3164","email":"a@b.org"}} | customer.name                    | is missing
        {"text":"x","customer":{"name":"\\u0301","email":"a@b.org"}}         | customer.name                     | is missing
        {"text":"x","customer":{"name":"A","email":"\\u00ad\\ufeff"}}        | customer.email                    | is missing
        {"text":"x","customer":{"name":"A","email":"a@b.org; c@d.org"}}      | customer.email                    | one address
        {"text":"x","customer":"Ada"}                                        | customer                          | JSON object
        {"text":"x","customer":{"name":["A"],"email":"a@b.org"}}             | customer.name                     | text in quotes
        """)
    void whatIsWrongIsNamed(String body, String fields, String words) {
        var answer = web.post("/api/inquiries", body);

        assertProblem(answer, 400, fields.split(" "));
        assertThat(answer.json().at("/errors/0/message").asText()).contains(words);
    }

    /** Columns: text, name and address as they come, and as they are kept. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        First line\\u000Bsecond line | Ada\\u000BExample | ada@example.org\\u200B    | First line\\nsecond line   | Ada Example   | ada@example.org
        M\\uFFFDnchen delivery       | Ada\\u2028Example | mailto:ada@example.org   | M\\uFFFDnchen delivery     | Ada Example   | ada@example.org
        A\\u0000 question\\u202E       | \\u200BAda        | Ada <ada@example.org>    | A question                | Ada           | ada@example.org
        one\\ttwo\\r\\nthree\\u00AD     | Ad\\u00ADa\\uFEFF   | \\"ada@example.org\\";   | one\\ttwo\\nthree         | Ada           | ada@example.org
        \\uD83D\\uDC69\\u200D\\uD83D\\uDC67\\u2764\\uFE0F | \\u0645\\u06CC\\u200C\\u062E | ada@example.org | \\uD83D\\uDC69\\u200D\\uD83D\\uDC67\\u2764\\uFE0F | \\u0645\\u06CC\\u200C\\u062E | ada@example.org
        """)
    void whatTheCustomerCannotSeeIsTidiedAndNotRefused(
            String text, String name, String email, String keptText, String keptName, String keptEmail)
            throws IOException {
        var answer = web.post("/api/inquiries", """
            {"text":"%s","customer":{"name":"%s","email":"%s"}}\
            """.formatted(text, name, email));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var file = inquiries.get(InquiryId.of(answer.json().get("id").asText()));
        var kept = new ObjectMapper().readTree("[\"%s\",\"%s\",\"%s\"]".formatted(keptText, keptName, keptEmail));
        assertThat(kept)
                .extracting(JsonNode::asText)
                .containsExactly(
                        file.messages().getFirst().text(),
                        file.customer().name(),
                        file.customer().email());
        assertThat(file.customer().contactKey()).isEqualTo("ada@example.org");
    }

    @Test
    void aTextMayHave8000CharactersAndNotOneMore() {
        assertThat(web.post("/api/inquiries", ASK.replace("Where is my parcel?", "é".repeat(8_000)))
                        .status())
                .isEqualTo(201);
        var tooLong = web.post("/api/inquiries", ASK.replace("Where is my parcel?", "x".repeat(8_001)));
        assertProblem(tooLong, 400, "text");
        assertThat(tooLong.json().get("detail").asText()).contains("8,001", "8,000");
    }

    @Test
    void aMegabyteIsRefusedWhetherAnnouncedOrNot() {
        var megabyte = ASK.replace("Where is my parcel?", "x".repeat(1_000_000));

        assertProblem(web.post("/api/inquiries", megabyte), 413);
        var chunked = web.post(
                "/api/inquiries",
                BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(megabyte.getBytes(StandardCharsets.UTF_8))));
        assertProblem(chunked, 413);
        assertProblem(open().post("/messages", megabyte), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{\"text\":", "{\"text\" \"x\"}", "[1]", "hello", "{\"text\":\"a\nb\"}"})
    void malformedJsonIsAnsweredWithItsPlace(String body) {
        var answer = web.post("/api/inquiries", body);

        assertProblem(answer, 400);
        assertThat(answer.json().get("detail").asText()).containsAnyOf("line 1, column", "line 2", "JSON");
    }

    @Test
    void binaryDataIsNoJson() {
        var answer = web.post("/api/inquiries", BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, 0, 1}));

        assertProblem(answer, 400);
        assertThat(answer.json().get("detail").asText()).contains("UTF-8", "line 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void anotherMediaTypeIsRefused(String type) {
        assertProblem(web.send("POST", "/api/inquiries", BodyPublishers.ofString(ASK), "Content-Type", type), 415);
    }

    @ParameterizedTest
    @CsvSource({"' '", "'a\tb'"})
    void anIdempotencyKeyMustBePrintable(String key) {
        assertProblem(web.post("/api/inquiries", ASK, "Idempotency-Key", key), 400, "Idempotency-Key");
    }

    @Test
    void anIdempotencyKeyHasAtMost200Characters() {
        assertThat(web.post("/api/inquiries", ASK, "Idempotency-Key", "k".repeat(200))
                        .status())
                .isEqualTo(201);
        assertProblem(web.post("/api/inquiries", ASK, "Idempotency-Key", "k".repeat(201)), 400, "Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/messages",
                "/person-request",
                "/call-request",
                "/writing-request",
                "/verdict",
                "/rating",
                "/withdrawal"
            })
    void nobodyGetsAnywhereWithoutTheToken(String action) {
        var mine = open();
        var unknown = "/api/inquiries/" + UUID.randomUUID();

        var without = call(mine.path + action, action);
        var wrong = call(mine.path + action, action, "Authorization", "Bearer " + open().token);
        var elsewhere = call(unknown + action, action, "Authorization", "Bearer " + mine.token);
        var basic = call(mine.path + action, action, "Authorization", "Basic YWRhOmFkYQ==");

        assertProblem(without, 401);
        assertThat(without.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"inquiry\"");
        assertProblem(wrong, 401);
        assertThat(wrong.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        assertProblem(basic, 401);
        assertProblem(elsewhere, 401);
        assertThat(elsewhere.json().get("detail"))
                .as("nothing tells whether an inquiry exists")
                .isEqualTo(wrong.json().get("detail"));
        assertThat(inquiries.get(InquiryId.of(mine.id)).messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/inquiries/42", "/api/inquiries/1-1-1-1-1/messages", "/api/inquiries/TA-1234-5678"})
    void whatIsNoIdIsNotFound(String path) {
        var answer = call(path, path.endsWith("s") ? "post" : "", "Authorization", "Bearer x");

        assertProblem(answer, 404);
    }

    @Test
    void whoWaitsForAPersonMayAskToBeCalledAndChangeTheirMind() {
        var mine = open();
        assertProblem(mine.post("/call-request", "{\"phone\":\"+44 20 7946 0018\"}"), 409);
        mine.post("/person-request", "");

        var called = mine.post("/call-request", "{\"phone\":\"+44 20 7946 0018\"}");

        assertThat(called.status()).isEqualTo(200);
        assertThat(called.json().get("callRequested").asBoolean()).isTrue();
        assertThat(called.body()).doesNotContain("7946");
        assertThat(inquiries.callNumber(InquiryId.of(mine.id)).orElseThrow().e164())
                .isEqualTo("+442079460018");
        assertThat(mine.post("/writing-request", "").json().get("callRequested").asBoolean())
                .isFalse();
        assertThat(inquiries.callNumber(InquiryId.of(mine.id))).isEmpty();
    }

    @Test
    void aStaleVerdictIsAConflictAndChangesNothing() {
        var mine = open();

        var early = mine.post("/verdict", "{\"solved\":true}");
        assertProblem(early, 409);
        assertThat(early.json().get("state").asText()).isEqualTo("RECEIVED");
        mine.post("/person-request", "");
        assertProblem(mine.post("/verdict", "{\"solved\":true}"), 409);
        assertProblem(mine.post("/rating", "{\"score\":3}"), 409);
        mine.post("/withdrawal", "");
        assertProblem(mine.post("/messages", "{\"text\":\"Still there?\"}"), 409);
        assertProblem(mine.post("/person-request", ""), 409);
        assertThat(mine.read().get("state").asText()).isEqualTo("WITHDRAWN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        /rating   | {}                  | score
        /rating   | {"score":0}         | score
        /rating   | {"score":6}         | score
        /rating   | {"score":4.5}       | score
        /rating   | {"score":1e99}      | score
        /rating   | {"score":"good"}    | score
        /rating   | {"score":null}      | score
        /rating   | {"score":5,"comment":"\\u0000"} | comment
        /call-request | {}              | phone
        /call-request | {"phone":"0171 12"} | phone
        /call-request | {"phone":42}    | phone
        /verdict  | {}                  | solved
        /verdict  | {"solved":"maybe"}  | solved
        /messages | {"text":""}         | text
        /messages | {}                  | text
        """)
    void actionsNameTheFieldThatIsWrong(String action, String body, String field) {
        assertProblem(open().post(action, body), 400, field);
    }

    @Test
    void otherMethodsAndAddressesGetAProblemToo() {
        var delete = web.send("DELETE", "/api/inquiries", BodyPublishers.noBody());

        assertProblem(delete, 405);
        assertThat(delete.header("Allow")).contains("POST");
        assertProblem(web.get("/api/nothing"), 404);
    }

    @Test
    void theApiIsDocumented() {
        var api = web.get("/api/openapi").json();

        assertThat(api.get("paths").fieldNames())
                .toIterable()
                .contains(
                        "/api/inquiries",
                        "/api/inquiries/{id}",
                        "/api/inquiries/{id}/messages",
                        "/api/inquiries/{id}/person-request",
                        "/api/inquiries/{id}/call-request",
                        "/api/inquiries/{id}/writing-request",
                        "/api/inquiries/{id}/verdict",
                        "/api/inquiries/{id}/rating",
                        "/api/inquiries/{id}/withdrawal");
        assertThat(api.get("paths").properties())
                .filteredOn(path -> path.getValue().has("post"))
                .allSatisfy(path -> {
                    var action = path.getValue().get("post");
                    assertThat(action.get("parameters").findValuesAsText("name"))
                            .containsOnlyOnce("Idempotency-Key");
                    assertThat(action.get("responses").has("422")).isTrue();
                });
        assertThat(api.at("/components/securitySchemes/token/scheme").asText()).isEqualTo("bearer");
        var page = web.get("/api/docs");
        assertThat(page.status()).isEqualTo(302);
        assertThat(web.get(page.header("Location")).status()).isEqualTo(200);
    }

    private void personAnswers(Mine mine) {
        var id = InquiryId.of(mine.id);
        var key = inquiries.takeToPerson(id, inquiries.get(id).conversationKey(), HandOverReason.CUSTOMER_ASKED, null);
        inquiries.answerByPerson(
                id,
                new PersonAnswer("It arrives tomorrow.", "INFORMED", "NO_DRAFT", null, null, null, "none", null, null),
                key);
    }

    private Answer call(String path, String action, String... headers) {
        return action.isEmpty() ? web.get(path, headers) : web.post(path, "{\"text\":\"x\"}", headers);
    }

    private Mine open() {
        var opened = web.post("/api/inquiries", ASK).json();
        return new Mine(opened.get("id").asText(), opened.get("token").asText());
    }

    private static void assertProblem(Answer answer, int status, String... fields) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("detail").asText()).isNotBlank().doesNotContain("Exception", "org.tandem");
        if (fields.length > 0) {
            assertThat(answer.json().get("errors"))
                    .extracting(error -> error.get("field").asText())
                    .containsExactly(fields);
        }
    }

    private final class Mine {
        private final String id;
        private final String token;
        private final String path;
        private final String[] auth;

        Mine(String id, String token) {
            this.id = id;
            this.token = token;
            this.path = "/api/inquiries/" + id;
            this.auth = new String[] {"Authorization", "Bearer " + token};
        }

        Answer post(String action, String json) {
            return web.post(path + action, json, auth);
        }

        Answer once(String key, String action, String json) {
            return web.post(path + action, json, "Authorization", "Bearer " + token, "Idempotency-Key", key);
        }

        JsonNode read() {
            return web.get(path, auth).json();
        }
    }
}
