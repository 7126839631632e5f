package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decision tables, evaluated by the DMN engine that Zeebe uses, without a process. */
class DecisionsTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", useHeadersInDisplayName = true, textBlock = """
            asked, topicClass,  distress, several, repeats, language, automated, risk,  guaranteed, automation,   route,             rule
            false, routine,     false,    false,   0,       true,     true,      0.001, 0.005,      open,         AI_ANSWER,         routine-confident
            false, routine,     false,    false,   0,       true,     true,      0.3,   0.15,       open,         AI_ANSWER,         routine-confident
            false, routine,     false,    false,   0,       true,     true,      0.3,   0.2,        open,         PERSON_WITH_DRAFT, too-risky-with-draft
            false, routine,     false,    false,   0,       true,     true,      0.001, 1.0,        open,         PERSON_WITH_DRAFT, too-risky-with-draft
            false, account,     false,    false,   0,       true,     true,      0.04,  0.1,        open,         AI_ANSWER,         account-confident
            false, account,     false,    false,   0,       true,     true,      0.04,  0.125,      open,         PERSON_WITH_DRAFT, too-risky-with-draft
            false, routine,     false,    false,   0,       true,     true,      0.001, -,          open,         PERSON_WITH_DRAFT, too-risky-with-draft
            false, routine,     false,    false,   0,       true,     true,      0.5,   1.0,        open,         PERSON,            too-risky
            true,  routine,     false,    false,   0,       true,     true,      0.001, 0.005,      open,         PERSON,            customer-asked
            false, sensitive,   false,    false,   0,       true,     true,      0.001, 0.005,      open,         PERSON,            sensitive-topic
            false, person-only, false,    false,   0,       true,     true,      0.001, 0.005,      open,         PERSON,            person-only-topic
            false, routine,     true,     false,   0,       true,     true,      0.001, 0.005,      open,         PERSON,            distress
            false, routine,     false,    true,    0,       true,     true,      0.001, 0.005,      open,         PERSON,            several-requests
            false, routine,     false,    false,   1,       true,     true,      0.001, 0.005,      open,         PERSON,            repeat-contact
            false, routine,     false,    false,   0,       false,    true,      0.001, 0.005,      open,         PERSON,            language
            false, routine,     false,    false,   0,       true,     false,     0.001, 0.005,      open,         PERSON_WITH_DRAFT, topic-switched-off
            false, routine,     false,    false,   0,       true,     false,     0.7,   1.0,        open,         PERSON,            topic-switched-off-no-draft
            false, unknown,     false,    false,   0,       true,     true,      0.2,   1.0,        open,         PERSON_WITH_DRAFT, unknown-topic-with-draft
            false, unknown,     false,    false,   0,       true,     true,      1.0,   1.0,        open,         PERSON,            unknown-topic
            false, routine,     false,    false,   0,       true,     true,      1.0,   1.0,        open,         PERSON,            too-risky
            false, something,   false,    false,   0,       true,     true,      0.001, 0.005,      open,         PERSON,            anything-else
            false, routine,     -,        false,   0,       true,     true,      0.001, 0.005,      open,         PERSON,            anything-else
            false, routine,     false,    false,   0,       true,     true,      -,     0.005,      open,         PERSON,            anything-else
            false, routine,     false,    false,   0,       true,     true,      0.3,   0.15,       shadow,       PERSON_WITH_DRAFT, withheld
            false, routine,     false,    false,   0,       true,     true,      0.3,   0.15,       not-released, PERSON_WITH_DRAFT, withheld
            false, routine,     false,    false,   0,       true,     true,      0.3,   0.15,       held-out,     PERSON_WITH_DRAFT, withheld
            false, routine,     false,    false,   0,       true,     true,      0.3,   0.15,       shut,         PERSON_WITH_DRAFT, withheld
            false, routine,     false,    false,   0,       true,     true,      0.3,   0.15,       -,            PERSON_WITH_DRAFT, withheld
            false, account,     false,    false,   0,       true,     true,      0.04,  0.1,        shut,         PERSON_WITH_DRAFT, withheld
            false, account,     false,    false,   0,       true,     true,      0.04,  0.125,      shut,         PERSON_WITH_DRAFT, too-risky-with-draft
            false, sensitive,   false,    false,   0,       true,     true,      0.04,  0.005,      shut,         PERSON,            sensitive-topic
            false, unknown,     false,    false,   0,       true,     true,      0.04,  0.005,      shut,         PERSON_WITH_DRAFT, unknown-topic-with-draft
            """)
    void theGateLetsTheAiAnswerOnlyWhatIsRoutineAndSure(
            Boolean asked,
            String topicClass,
            Boolean distress,
            Boolean several,
            Integer repeats,
            Boolean language,
            Boolean automated,
            Double risk,
            Double guaranteedRisk,
            String automation,
            String route,
            String rule)
            throws IOException {
        var inputs = new HashMap<String, Object>();
        inputs.put("customerAskedForPerson", asked);
        inputs.put("topicClass", topicClass);
        inputs.put("distress", distress);
        inputs.put("severalRequests", several);
        inputs.put("repeatContacts", repeats);
        inputs.put("languageSupported", language);
        inputs.put("topicAutomated", automated);
        inputs.put("risk", risk);
        inputs.put("guaranteedRisk", guaranteedRisk);
        inputs.put("automation", automation);

        var gate = DecisionTables.evaluate("confidence-gate", inputs);

        assertThat(gate).containsEntry("route", route).containsEntry("rule", rule);
        assertThat(gate.get("reason")).asString().endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", useHeadersInDisplayName = true, textBlock = """
            topicClass,  topic,                      distress, language, reason,         repeats, queue,      priority
            routine,     how-it-works,               false,    true,     GATE,           0,       general,    40
            routine,     refund-status,              false,    true,     GATE,           0,       payments,   50
            account,     spending-power,             false,    true,     GATE,           0,       payments,   50
            routine,     refund-status,              false,    true,     NOT_SOLVED,     0,       payments,   70
            sensitive,   hardship,                   false,    true,     GATE,           0,       care,       80
            routine,     refund-status,              true,     true,     GATE,           0,       care,       90
            routine,     refund-status,              true,     false,    GATE,           0,       languages,  95
            sensitive,   hardship,                   false,    false,    GATE,           0,       languages,  85
            unknown,     -,                          false,    false,    GATE,           0,       languages,  60
            unknown,     -,                          false,    true,     AI_UNAVAILABLE, 0,       general,    40
            unknown,     -,                          false,    true,     CUSTOMER_ASKED, 0,       general,    55
            unknown,     -,                          false,    true,     REOPENED,       0,       general,    65
            routine,     refund-status,              false,    true,     GATE,           3,       team-leads, 80
            person-only, dispute-review,             false,    true,     GATE,           0,       disputes,   60
            """)
    void anInquiryReachesThePeopleWhoCanHelp(
            String topicClass,
            String topic,
            boolean distress,
            boolean language,
            String reason,
            int repeats,
            String queue,
            int priority)
            throws IOException {
        var inputs = new HashMap<String, Object>();
        inputs.put("topicClass", topicClass);
        inputs.put("topic", topic);
        inputs.put("distress", distress);
        inputs.put("languageSupported", language);
        inputs.put("language", language ? "en" : "fr");
        inputs.put("handOverReason", reason);
        inputs.put("repeatContacts", repeats);

        var routing = DecisionTables.evaluate("route-to-person", inputs);

        assertThat(routing).containsEntry("queue", queue);
        assertThat(routing.get("priority")).hasToString(String.valueOf(priority));
        assertThat(routing.get("why")).asString().isNotBlank().endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", useHeadersInDisplayName = true, textBlock = """
            reason,   vulnerable, language, answeredBefore, tier,    channel, queue,     priority, why
            GATE,     true,       true,     -,             -,       WEB,     care,      80,       The customer needs more care than others.
            GATE,     true,       false,    -,             -,       WEB,     languages, 85,       The customer needs more care than others and writes in a language that few of us speak.
            REOPENED, false,      true,     anna,          -,       WEB,     general,   68,       The customer came back to somebody who knows the case.
            REOPENED, false,      true,     -,             -,       WEB,     general,   65,       The customer came back: this goes before new ones.
            GATE,     false,      true,     -,             premium, API,     general,   50,       A customer of the tier premium.
            GATE,     false,      true,     -,             basic,   API,     general,   45,       'It came from within a shop or an app, where the customer is in the middle of something.'
            GATE,     -,          true,     -,             -,       -,       general,   40,       None of the special rules applies.
            """)
    void careTierChannelAndTheAgentBeforeCountAndWhyIsSaid(
            String reason,
            Boolean vulnerable,
            boolean language,
            String answeredBefore,
            String tier,
            String channel,
            String queue,
            int priority,
            String why)
            throws IOException {
        var inputs = new HashMap<String, Object>();
        inputs.put("topicClass", "routine");
        inputs.put("topic", "how-it-works");
        inputs.put("distress", false);
        inputs.put("languageSupported", language);
        inputs.put("handOverReason", reason);
        inputs.put("repeatContacts", 0);
        inputs.put("vulnerable", vulnerable);
        inputs.put("answeredBefore", answeredBefore);
        inputs.put("customerTier", tier);
        inputs.put("channel", channel);

        var routing = DecisionTables.evaluate("route-to-person", inputs);

        assertThat(routing).containsEntry("queue", queue).containsEntry("why", why);
        assertThat(routing.get("priority")).hasToString(String.valueOf(priority));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", useHeadersInDisplayName = true, textBlock = """
            topicClass, topic,          distress, speaks, language, repeats, vulnerable, skills
            routine,    how-it-works,   true,     false,  fr,       0,       false,      'care, language:fr'
            sensitive,  hardship,       false,    false,  -,        0,       false,      'care, languages'
            routine,    how-it-works,   false,    false,  fr,       0,       true,       'care, language:fr'
            routine,    how-it-works,   false,    false,  fr,       0,       false,      language:fr
            routine,    how-it-works,   false,    true,   en,       3,       false,      experienced
            routine,    dispute-review, false,    true,   en,       0,       false,      disputes
            account,    spending-power, false,    true,   en,       0,       false,      payments
            routine,    how-it-works,   false,    true,   en,       0,       false,      general
            """)
    void whoTakesItCanDoAllThatItNeeds(
            String topicClass,
            String topic,
            boolean distress,
            boolean speaks,
            String language,
            int repeats,
            boolean vulnerable,
            String skills)
            throws IOException {
        var inputs = new HashMap<String, Object>();
        inputs.put("topicClass", topicClass);
        inputs.put("topic", topic);
        inputs.put("distress", distress);
        inputs.put("languageSupported", speaks);
        inputs.put("language", language);
        inputs.put("handOverReason", "GATE");
        inputs.put("repeatContacts", repeats);
        inputs.put("vulnerable", vulnerable);

        assertThat(DecisionTables.evaluate("route-to-person", inputs).get("skills"))
                .as("a list as Scala writes one")
                .hasToString("Vector(%s)".formatted(skills));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            queue,      priority, topicClass,  first, warn,    resolution, hours
            general,    95,       routine,     PT30M, PT15M,   PT8H,       round the clock
            care,       40,       routine,     PT1H,  PT40M,   P1D,        round the clock
            languages,  60,       sensitive,   PT1H,  PT40M,   P1D,        round the clock
            team-leads, 40,       routine,     PT1H,  PT40M,   PT10H,      business hours
            general,    65,       routine,     PT1H,  PT40M,   PT10H,      business hours
            disputes,   60,       person-only, PT2H,  PT1H30M, PT30H,      business hours
            languages,  60,       routine,     PT4H,  PT3H,    PT20H,      business hours
            payments,   50,       routine,     PT2H,  PT1H30M, PT20H,      business hours
            general,    64,       routine,     PT2H,  PT1H30M, PT20H,      business hours
            """)
    void queuePriorityAndClassSayHowSoon(
            String queue, int priority, String topicClass, String first, String warn, String resolution, String hours)
            throws IOException {
        assertThat(DecisionTables.evaluate(
                        "service-levels", Map.of("queue", queue, "priority", priority, "topicClass", topicClass)))
                .containsEntry("firstResponse", first)
                .containsEntry("warnAfter", warn)
                .containsEntry("resolution", resolution)
                .containsEntry("hours", hours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"general", "payments", "disputes", "care", "languages", "team-leads"})
    void everyQueueHasServiceLevelsThatWarnBeforeTheyBreak(String queue) throws IOException {
        for (int priority : new int[] {0, 40, 65, 80, 90, 100}) {
            var levels = DecisionTables.evaluate(
                    "service-levels", Map.of("queue", queue, "priority", priority, "topicClass", "routine"));

            assertThat(duration(levels, "warnAfter"))
                    .isLessThan(duration(levels, "firstResponse"))
                    .isPositive();
            assertThat(duration(levels, "firstResponse")).isLessThan(duration(levels, "resolution"));
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", useHeadersInDisplayName = true, textBlock = """
            queue,   priority, complaint, market,         topic,         first, hours,           calendar,       clock
            care,    80,       true,      united-kingdom, complaint,     PT1H,  round the clock, united-kingdom, payment services
            care,    90,       true,      united-kingdom, refund-status, PT30M, round the clock, united-kingdom, payment services
            general, 40,       true,      united-kingdom, credit-check,  PT1H,  round the clock, united-kingdom, other complaints
            general, 40,       true,      sweden,         credit-check,  PT2H,  business hours,  sweden,         none
            general, 40,       true,      sweden,         -,             PT1H,  round the clock, sweden,         EU payment services
            care,    90,       true,      sweden,         refund-status, PT30M, round the clock, sweden,         EU payment services
            care,    80,       false,     united-kingdom, hardship,      PT1H,  round the clock, united-kingdom, none
            general, 40,       -,         -,              -,             PT2H,  business hours,  united-kingdom, none
            """)
    void theMarketSaysWhichHoursAndWhichLawCount(
            String queue,
            int priority,
            Boolean complaint,
            String market,
            String topic,
            String first,
            String hours,
            String calendar,
            String clock)
            throws IOException {
        var inputs = new HashMap<String, Object>();
        inputs.put("queue", queue);
        inputs.put("priority", priority);
        inputs.put("complaint", complaint);
        inputs.put("market", market);
        inputs.put("topic", topic);

        assertThat(DecisionTables.evaluate("service-levels", inputs))
                .containsEntry("firstResponse", first)
                .containsEntry("hours", hours)
                .containsEntry("calendar", calendar)
                .containsEntry("complaintClock", clock);
    }

    private static Duration duration(Map<String, Object> levels, String name) {
        return Duration.parse(String.valueOf(levels.get(name)));
    }
}
