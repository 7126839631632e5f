package org.tandem.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.testing.AtOnce.atOnce;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tandem.desk.Drafts;
import org.tandem.desk.Drafts.Keeping;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.Message;
import org.tandem.inquiry.NewInquiry;
import org.tandem.inquiry.Waits;
import org.tandem.inquiry.Waits.Arrivals;
import org.tandem.staff.Role;
import org.tandem.staff.TwoLeads;
import org.tandem.staff.accounts.AccountRefused;
import org.tandem.staff.accounts.Accounts;
import org.tandem.staff.accounts.NewAccount;
import org.tandem.testing.PostgresCluster;

/** What is particular about the application's own database when it is PostgreSQL: its migrations, and what happens at once. */
@DeskTest
@DirtiesContext // before its database is stopped
class OnPostgresTest {

    private static final int AT_ONCE = 8;

    private final Accounts accounts;
    private final Drafts drafts;
    private final Inquiries inquiries;

    @Autowired
    OnPostgresTest(Accounts accounts, Drafts drafts, Inquiries inquiries) {
        this.accounts = accounts;
        this.drafts = drafts;
        this.inquiries = inquiries;
    }

    private static String url = "";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        url = PostgresCluster.shared().newDatabase();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> PostgresCluster.USER);
        properties.add("spring.datasource.password", () -> PostgresCluster.PASSWORD);
    }

    @Test
    void ofDraftsThatBeginAtOnceOneIsKeptAndTheOthersSeeIt() throws Exception {
        var kept = atOnce(
                AT_ONCE,
                number -> drafts.keep(1, "anna", "{\"reply\":\"%d\"}".formatted(number), 0, "window" + number / 2));

        assertThat(kept.filter(Keeping.Kept.class::isInstance)).hasSize(1);
        assertThat(drafts.keep(1, "anna", "{}", 1, "mine")).isEqualTo(new Keeping.Kept(2));
        assertThat(drafts.keep(1, "anna", "{\"late\":1}", 1, "late")).isInstanceOf(Keeping.ChangedElsewhere.class);
        assertThat(drafts.of(1, "anna").orElseThrow().content()).isEqualTo("{}");
        assertThat(drafts.aside(1, "anna"))
                .extracting(Drafts.Aside::content)
                .hasSizeBetween(4, 5)
                .contains("{\"late\":1}");
        drafts.forget(1, "anna");
        assertThat(drafts.of(1, "anna")).isEmpty();
        assertThat(drafts.aside(1, "anna")).isEmpty();
    }

    /** So that neither a restart nor a crash can lose it. */
    @Test
    void aDraftIsOnTheDiskWhenItIsSaidToBeKept() {
        var elsewhere =
                JdbcClient.create(new DriverManagerDataSource(url, PostgresCluster.USER, PostgresCluster.PASSWORD));
        for (var seen = 0; seen < 5; seen++) {
            var content = "{\"reply\":\"%d\"}".formatted(seen);

            assertThat(drafts.keep(77, "anna", content, seen, "mine")).isEqualTo(new Keeping.Kept(seen + 1));

            assertThat(elsewhere
                            .sql(
                                    "select content from task_draft where task_key = 77 and agent = 'anna' and revision = ?")
                            .param(seen + 1)
                            .query(String.class)
                            .list())
                    .containsExactly(content);
        }
    }

    @Test
    void workIsCountedByTheHour(@Autowired Waits waits) {
        var hour = Instant.now().minus(Duration.ofDays(7)).truncatedTo(ChronoUnit.HOURS);
        for (int minute : new int[] {1, 59, 61}) {
            var id = inquiries
                    .open(
                            new NewInquiry("Where is my parcel?", new Customer("Robin", "robin@hours.example"), null),
                            null)
                    .id();
            var at = hour.plus(Duration.ofMinutes(minute));
            var key = inquiries.takeToPerson(id, inquiries.get(id).conversationKey(), HandOverReason.GATE, null);
            inquiries.handOver(id, new HandOver(key, HandOverReason.GATE, "by-hour", at, at, null, at));
        }

        assertThat(waits.arrivals(hour))
                .filteredOn(arrivals -> arrivals.queue().equals("by-hour"))
                .containsExactlyInAnyOrder(
                        new Arrivals("by-hour", hour, 2), new Arrivals("by-hour", hour.plus(Duration.ofHours(1)), 1));
    }

    @Test
    void aNameThatIsTakenAtTheSameMomentIsRefused() throws Exception {
        var added = atOnce(AT_ONCE, number -> {
            try {
                accounts.add(account("ada"));
                return true;
            } catch (AccountRefused refused) {
                return false;
            }
        });

        assertThat(added.filter(Boolean::booleanValue)).hasSize(1);
        assertThat(accounts.signIn("ada", "plum under the bridge", "192.0.2.1")).isPresent();
        assertThatThrownBy(() -> accounts.add(account("ada"))).hasMessageContaining("already");
    }

    @Test
    void twoLeadsWhoTakeTheRoleFromEachOtherAtOnceLeaveOne() throws Exception {
        for (var round = 0; round < 5; round++) {
            TwoLeads.takeTheRoleFromEachOtherAtOnce(accounts);
        }
    }

    @Test
    void whatACustomerWritesAtOnceIsAllThereAndOnlyOnce() throws Exception {
        var receipt = inquiries.open(
                new NewInquiry("Where is my parcel?", new Customer("Robin", "robin@customer.example"), null), null);
        var mine = inquiries.enter(receipt.id(), receipt.token());

        atOnce(AT_ONCE, number -> {
            mine.once("key " + number / 2).write("message " + number / 2);
            return true;
        });

        assertThat(mine.read().messages()).extracting(Message::text).contains("message 0", "message 3");
        assertThat(mine.read().messages()).hasSize(1 + AT_ONCE / 2);
    }

    private static NewAccount account(String name) {
        return new NewAccount(name, "Ada Example", Set.of(Role.AGENT), Set.of(), "plum under the bridge");
    }
}
