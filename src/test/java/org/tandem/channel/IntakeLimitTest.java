package org.tandem.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@ChannelTest
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:intake-limit;DB_CLOSE_DELAY=-1",
            "tandem.intake-limit.times=3",
            "tandem.intake-limit.per=1h"
        })
class IntakeLimitTest {

    private static final String ASK = """
            {"text":"Where is my parcel?","customer":{"name":"Ada Example","email":"ada@example.org"}}""";

    @Test
    void whatIsTooMuchIsRefusedInWordsAndNothingTypedIsLost(@LocalServerPort int port) {
        var web = new Web(port);
        var opened = web.post("/api/inquiries", ASK).json();
        var page = opened.at("/links/page").asText().replaceAll("^https?://[^/]+", "");
        web.post("/api/inquiries", ASK);
        web.form(page + "/messages", Map.of("text", "Order 12"));

        var api = web.post("/api/inquiries", ASK);
        var form = web.form("/", Map.of("text", "A long text", "name", "Ada", "email", "ada@example.org"));
        var message = web.form(page + "/messages", Map.of("text", "Another long text"));

        for (var refused : new Web.Answer[] {api, form, message}) {
            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1_000, 1_200);
            assertThat(refused.body()).contains("again in 20 minutes");
        }
        assertThat(api.header("Content-Type")).startsWith("application/problem+json");
        assertThat(form.body()).contains("A long text", "value=\"ada@example.org\"");
        assertThat(message.body()).contains("Another long text", "Order 12");
        assertThat(web.get(page).status()).as("reading has no limit").isEqualTo(200);
    }
}
