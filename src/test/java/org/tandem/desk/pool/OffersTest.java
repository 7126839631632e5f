package org.tandem.desk.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandem.desk.Task.Status;
import org.tandem.desk.pay.PaidWork;
import org.tandem.desk.pool.Offer.State;
import org.tandem.desk.pool.allocation.Score;

/** What becomes of offers, in the order of time. */
class OffersTest {

    private Pool pool;

    @BeforeEach
    void aPool() {
        pool = new Pool(PoolDatabase.H2);
    }

    @Test
    void aCallIsOfferedAtThePriceOfACall() {
        pool.agent("anna", "payments", 2);
        pool.engine.form = "{\"id\": \"call-customer\", \"components\": []}";
        pool.task(1, "payments");

        pool.round.look();

        assertThat(pool.offer("anna").price()).isEqualTo(Pool.PRICE);
        assertThat(pool.priced).containsExactly(PaidWork.Kind.CALL_BACK);
    }

    @Test
    void anOfferShowsThePriceAndWhyAndIsKeptWithAllThatItWasDecidedBy() {
        pool.agent("anna", "payments", 2);
        pool.agent("bo", "payments, general, care", 2);
        pool.task(1, "payments");

        pool.round.look();

        var offer = pool.offer("anna");
        assertThat(offer.price()).isEqualTo(Pool.PRICE);
        assertThat(offer.about()).isEqualTo("TA-1000-0001 · Answer the customer · Refund status");
        assertThat(offer.why())
                .startsWith("You have what it needs: payments. Of the 2 who could do it now you come first");
        assertThat(Duration.between(offer.madeAt(), offer.expiresAt())).isEqualTo(Duration.ofSeconds(60));
        var basis = pool.offers.find(offer.id()).orElseThrow().basis();
        assertThat(basis.skills()).containsExactly("payments");
        assertThat(basis.others()).extracting(Score::agent).containsExactly("bo");
        assertThat(basis.others().getFirst().total()).isLessThan(basis.chosen().total());
        assertThat(basis.rules().weights().fairness()).isEqualTo(2);
        assertThat(pool.offers.missedBy("bo", 10)).hasSize(1);
        assertThat(pool.offers.openOf("bo")).isEmpty();
        pool.round.look();
        assertThat(pool.events).hasSize(1);
    }

    @Test
    void whatNobodyCanDoKeepsNobodyFromWhatTheyCan() {
        pool.agent("anna", "payments", 2);
        for (var key = 1L; key <= 1_500; key++) {
            pool.task(key, "care");
        }
        pool.task(2_000, "payments");

        pool.round.look();

        assertThat(pool.offer("anna").taskKey()).isEqualTo(2_000);
    }

    @Test
    void acceptingAssignsTheTaskAndDoingItTwiceChangesNothing() {
        pool.agent("anna", "payments", 2);
        pool.task(1, "payments");
        pool.round.look();
        var offer = pool.offer("anna");

        assertThat(pool.offers.accept("anna", offer.id())).isEqualTo(new Answer.Done());
        assertThat(pool.offers.accept("anna", offer.id())).isEqualTo(new Answer.Done());

        assertThat(holder(1)).isEqualTo("anna");
        assertThat(pool.offers.decline("anna", offer.id())).isInstanceOf(Answer.TooLate.class);
        pool.engine.becomes(1, Status.COMPLETED, "anna");
        pool.passes(Duration.ofMinutes(1));
        assertThat(pool.states("anna")).containsExactly(State.COMPLETED);
        assertThat(pool.offers.openOf("anna")).isEmpty();
        assertThat(pool.events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Made", "Accepted", "Completed");
    }

    @Test
    void whatIsDeclinedGoesToTheNextAtOnceAndComesBackAfterAWhile() {
        pool.agent("anna", "payments", 2);
        pool.agent("bo", "payments, general", 2);
        pool.task(1, "payments");
        pool.round.look();

        assertThat(pool.offers.decline("anna", pool.offer("anna").id())).isEqualTo(new Answer.Done());
        pool.round.look();
        pool.offers.decline("bo", pool.offer("bo").id());
        pool.round.look();
        assertThat(pool.offers.openOf("anna")).isEmpty();
        pool.passes(Duration.ofMinutes(11));

        assertThat(pool.states("anna").size() + pool.states("bo").size()).isEqualTo(3);
    }

    @Test
    void whatIsNotAnsweredGoesOnAndWhoeverStaysSilentIsOfferedMoreWhenTheyShowASign() {
        pool.agent("anna", "payments", 2);
        pool.task(1, "payments");
        pool.round.look();
        pool.passes(Duration.ofSeconds(60));
        assertThat(pool.states("anna")).containsExactly(State.EXPIRED);
        pool.passes(Duration.ofMinutes(11));
        pool.passes(Duration.ofSeconds(61));
        assertThat(pool.states("anna")).containsExactly(State.EXPIRED, State.EXPIRED);

        pool.passes(Duration.ofMinutes(11));
        assertThat(pool.offers.openOf("anna")).isEmpty();
        assertThat(pool.availability.of("anna").orElseThrow().available())
                .as("only anna says that she is away")
                .isTrue();

        pool.availability.sign("anna");
        pool.round.look();
        assertThat(pool.offer("anna").state()).isEqualTo(State.MADE);
    }

    @Test
    void offersThatRunOutTogetherAreOneSilence() {
        pool.agent("anna", "payments", 2);
        pool.task(1, "payments");
        pool.round.look();
        pool.task(2, "payments");
        pool.passes(Duration.ofSeconds(2));
        pool.passes(Duration.ofSeconds(61));
        assertThat(pool.states("anna")).containsExactly(State.EXPIRED, State.EXPIRED);

        pool.task(3, "payments");
        pool.passes(Duration.ofSeconds(2));

        assertThat(pool.offer("anna").taskKey()).isEqualTo(3);
    }

    @Test
    void anAgentIsToldWhyNoOffersCome() {
        assertThat(pool.turns.of("anna")).isEqualTo(new Turn.NotInPool());
        pool.agent("anna", "payments", 1);
        assertThat(pool.turns.of("anna")).isEqualTo(new Turn.Open());
        pool.task(1, "payments");
        pool.passes(Duration.ofMinutes(11));
        assertThat(pool.turns.of("anna")).isEqualTo(new Turn.Full(1, 1));
        pool.passes(Duration.ofSeconds(61));
        pool.passes(Duration.ofMinutes(11));
        pool.passes(Duration.ofSeconds(61));
        assertThat(pool.turns.of("anna")).isEqualTo(new Turn.Silent(2));
        pool.availability.sign("anna");
        assertThat(pool.turns.of("anna")).isEqualTo(new Turn.Open());
        pool.engine.away = true;
        assertThat(pool.turns.of("anna")).isEqualTo(new Turn.NotKnown());
        pool.availability.become("anna", false);
        assertThat(pool.turns.of("anna")).isEqualTo(new Turn.Away());
    }

    @Test
    void whoeverClaimsTheTaskElsewhereHasItAndTheOfferIsWithdrawn() {
        pool.agent("anna", "payments", 2);
        pool.task(1, "payments");
        pool.round.look();
        var offer = pool.offer("anna");
        pool.engine.becomes(1, Status.OPEN, "bo");

        assertThat(pool.offers.accept("anna", offer.id()))
                .isEqualTo(new Answer.TooLate("Somebody else was faster and has the task."));
        assertThat(pool.states("anna")).containsExactly(State.WITHDRAWN);

        pool.task(2, "payments");
        pool.round.look();
        pool.engine.becomes(2, Status.OPEN, "bo");
        pool.round.look();
        assertThat(pool.states("anna")).containsExactly(State.WITHDRAWN, State.WITHDRAWN);
        assertThat(pool.offers.decline("anna", offer.id())).isInstanceOf(Answer.TooLate.class);
    }

    @Test
    void whoClaimsWhatTheyAreOfferedHasAcceptedIt() {
        pool.agent("anna", "payments", 1);
        pool.task(1, "payments");
        pool.round.look();
        pool.engine.becomes(1, Status.OPEN, "anna");
        pool.task(2, "payments");

        pool.round.look();

        assertThat(pool.states("anna")).containsExactly(State.ACCEPTED);
    }

    @Test
    void whatIsClaimedInTheListCountsAsLoad() {
        pool.agent("anna", "payments", 1);
        pool.task(1, "payments");
        pool.engine.becomes(1, Status.OPEN, "anna");
        pool.task(2, "payments");

        pool.round.look();

        assertThat(pool.offers.openOf("anna")).isEmpty();
    }

    @Test
    void whileTheEngineIsAwayNoOfferIsLost() {
        pool.agent("anna", "payments", 2);
        pool.task(1, "payments");
        pool.round.look();
        var offer = pool.offer("anna");
        pool.engine.away = true;

        assertThat(pool.offers.accept("anna", offer.id())).isInstanceOf(Answer.Later.class);
        pool.passes(Duration.ofMinutes(5));
        assertThat(pool.offer("anna")).isEqualTo(offer);
        pool.engine.away = false;

        assertThat(pool.offers.accept("anna", offer.id())).isEqualTo(new Answer.Done());
        assertThat(holder(1)).isEqualTo("anna");
    }

    @Test
    void whoeverVanishesGivesTheCaseBackAndAnotherIsOfferedIt() {
        pool.agent("anna", "payments", 2);
        pool.agent("bo", "payments, general", 2);
        pool.task(1, "payments");
        pool.round.look();
        pool.offers.accept("anna", pool.offer("anna").id());
        pool.passes(Duration.ofMinutes(29));
        pool.availability.sign("anna");
        pool.passes(Duration.ofMinutes(29));
        assertThat(holder(1)).isEqualTo("anna");

        pool.passes(Duration.ofMinutes(2));
        assertThat(holder(1)).isNull();
        pool.round.look();

        assertThat(pool.states("anna")).containsExactly(State.ABANDONED);
        assertThat(pool.offer("bo").taskKey()).isEqualTo(1);
        assertThat(pool.availability.of("anna").orElseThrow().available()).isTrue();
    }

    @Test
    void whoeverVanishesGivesBackWhatTheyTookFromTheListToo() {
        pool.agent("anna", "payments", 2);
        pool.agent("cleo", "payments", 2);
        pool.availability.become("cleo", false);
        pool.profiles.change("dan", new ProfileForm("STUDENT", "care", "sv", "2", "Europe/Stockholm"), "lea");
        var holders = List.of("anna", "cleo", "dan", "eve");
        for (var key = 1; key <= holders.size(); key++) {
            pool.task(key, "care");
            pool.engine.becomes(key, Status.OPEN, holders.get(key - 1));
        }
        pool.vanished.look();
        pool.clock.pass(Duration.ofMinutes(29));
        pool.availability.sign("anna");
        pool.availability.sign("dan");
        pool.clock.pass(Duration.ofMinutes(29));
        pool.vanished.look();
        assertThat(holder(1)).isEqualTo("anna");
        assertThat(holder(2)).as("being away is no sign").isNull();
        assertThat(holder(3)).as("of who was never available signs count, too").isEqualTo("dan");

        pool.clock.pass(Duration.ofMinutes(2));
        pool.vanished.look();

        assertThat(holder(1)).isNull();
        assertThat(holder(3)).isNull();
        assertThat(holder(4)).as("outside the pool").isEqualTo("eve");
    }

    @Test
    void whatALeadGivesToSomebodyWhoIsNotThereStaysTheirsForAWhile() {
        pool.agent("anna", "payments", 2);
        pool.clock.pass(Duration.ofHours(2));
        pool.task(1, "payments");
        pool.engine.becomes(1, Status.OPEN, "anna");

        pool.vanished.look();
        assertThat(holder(1)).isEqualTo("anna");
        pool.clock.pass(Duration.ofMinutes(31));
        pool.vanished.look();

        assertThat(holder(1)).isNull();
    }

    @Test
    void aRestartNeitherForgetsSinceWhenSomebodyGivesNoSignNorGivesBackAtOnce() {
        pool.agent("anna", "payments", 2);
        pool.task(1, "payments");
        pool.engine.becomes(1, Status.OPEN, "anna");
        pool.vanished.look();
        pool.clock.pass(Duration.ofMinutes(20));

        pool.restarted.get().look();
        assertThat(holder(1)).isEqualTo("anna");
        pool.clock.pass(Duration.ofMinutes(11));
        pool.restarted.get().look();

        assertThat(holder(1)).isNull();
    }

    @Test
    void whoPutWhomIntoThePoolAndTookThemOutIsKept() {
        pool.agent("anna", "payments", 2);
        pool.clock.pass(Duration.ofMinutes(1));
        pool.roster.remove("anna", "lena");
        pool.roster.remove("anna", "lena");

        assertThat(new PoolChanges(pool.database).latest(10))
                .extracting(PoolChanges.Change::agent, PoolChanges.Change::what, PoolChanges.Change::by)
                .containsExactly(
                        tuple("anna", PoolChanges.What.REMOVED, "lena"), tuple("anna", PoolChanges.What.NOTED, "lea"));
    }

    @Test
    void whoIsSilentIsNotCountedOnAndWhoIsFullHasNoRoom() {
        pool.agent("anna", "payments", 1);
        pool.agent("bo", "general", 1);
        pool.task(1, "payments");
        pool.round.look();
        assertThat(pool.roster.all())
                .extracting(member -> member.profile().agent(), Roster.Member::hasRoom)
                .containsExactly(tuple("anna", false), tuple("bo", true));

        for (var minute = 0; minute < 30; minute++) {
            pool.passes(Duration.ofMinutes(1));
        }

        assertThat(pool.turns.of("anna")).isEqualTo(new Turn.Silent(2));
        assertThat(pool.turns.isSilent("anna")).isTrue();
        assertThat(pool.turns.isSilent("bo")).isFalse();
        assertThat(pool.roster.there()).containsExactly("bo");
    }

    @Test
    void offersAreForThePoolAndNotForWhoTakesTasksFromTheList() {
        pool.agent("anna", "payments", 1);
        pool.availability.become("anna", false);

        assertThat(pool.turns.areOffers("anna")).isTrue();
        assertThat(pool.turns.areOffers("dora")).isFalse();
    }

    @Test
    void whatIsGivenBackGoesToTheNext() {
        pool.agent("anna", "payments", 2);
        pool.agent("bo", "payments, general", 2);
        pool.task(1, "payments");
        pool.round.look();
        pool.offers.accept("anna", pool.offer("anna").id());
        pool.passes(Duration.ofMinutes(1));
        pool.engine.becomes(1, Status.OPEN, null);

        pool.passes(Duration.ofMinutes(1));
        pool.round.look();

        assertThat(pool.states("anna")).containsExactly(State.ABANDONED);
        assertThat(pool.offer("bo").taskKey()).isEqualTo(1);
    }

    @Test
    void nobodyGetsMoreThanTheyWantAndWhoIsGoneOrAwayGetsNothing() {
        pool.agent("anna", "payments", 1);
        pool.agent("bo", "payments", 1);
        pool.agent("cleo", "payments", 1);
        pool.gone = java.util.Set.of("bo");
        pool.availability.become("cleo", false);
        for (var key = 1; key <= 5; key++) {
            pool.task(key, "payments");
        }

        pool.round.look();
        pool.round.look();

        assertThat(pool.offers.openOf("anna")).hasSize(1);
        assertThat(pool.events).hasSize(1);
    }

    @Test
    void decliningIsNoWorseThanLettingItRunOutOrAccepting() {
        pool.agent("anna", "payments", 2);
        pool.agent("bo", "payments", 3);
        pool.task(1, "payments");
        pool.task(2, "payments");
        pool.round.look();
        pool.offers.decline("anna", pool.offer("anna").id());
        pool.offers.accept("bo", pool.offer("bo").id());
        pool.clock.pass(Duration.ofMinutes(1));
        pool.task(3, "payments");
        pool.round.look();

        var chosen = pool.offers.latestOf("anna", 1).getFirst();
        assertThat(chosen.offer().madeAt()).isEqualTo(pool.clock.instant());
        assertThat(chosen.basis().chosen().total())
                .isGreaterThan(chosen.basis().others().getFirst().total());
    }

    @Test
    void onlyWhoWorksAtTheDeskIsTakenIntoThePool() {
        pool.people = List.of("anna", "bo");

        assertThatThrownBy(() -> pool.agent("nobody at all", "payments", 1))
                .asInstanceOf(type(PoolRefused.class))
                .satisfies(refused -> assertThat(refused.flaws())
                        .containsExactly(entry(
                                "agent",
                                "The name \"nobody at all\" is nobody who works at the desk. There are: anna, bo.")));
        assertThat(pool.profiles.all()).isEmpty();
        pool.agent("anna", "payments", 1);
        pool.people = List.of("bo");
        pool.agent("anna", "general", 1);
        assertThat(pool.profiles.of("anna").orElseThrow().crafts()).containsExactly("general");
    }

    @Test
    void whoIsTakenOutOfThePoolKeepsTheirWorkAndIsOfferedNothing() {
        pool.agent("anna", "payments", 2);
        pool.slots.announce("anna", new SlotForm("2026-11-30T09:00", "2026-11-30T12:00", null));
        pool.task(1, "payments");
        pool.round.look();
        pool.offers.accept("anna", pool.offer("anna").id());
        pool.task(2, "payments");
        pool.passes(Duration.ofSeconds(2));
        var open = pool.offer("anna");

        pool.roster.remove("anna", "lea");
        pool.roster.remove("anna", "lea");
        pool.task(3, "payments");
        pool.round.look();

        assertThat(pool.roster.all()).isEmpty();
        assertThat(pool.slots.of("anna")).isEmpty();
        assertThat(pool.turns.of("anna")).isEqualTo(new Turn.NotInPool());
        assertThat(pool.offers.accept("anna", open.id())).isEqualTo(new Answer.Done());
        assertThat(holder(1)).isEqualTo("anna");
        assertThat(holder(3)).isNull();
        pool.engine.becomes(1, Status.COMPLETED, "anna");
        pool.passes(Duration.ofMinutes(1));
        assertThat(pool.states("anna")).containsExactlyInAnyOrder(State.COMPLETED, State.ACCEPTED);
        assertThat(pool.availability.of("anna").orElseThrow().available()).isFalse();
    }

    @Test
    void whatNobodyRoutedBySkillsIsOfferedToNobody() {
        pool.agent("anna", "payments", 2);
        pool.engine.add(1, org.tandem.desk.Task.Subject.UNKNOWN, null, "reviewers");

        pool.round.look();

        assertThat(pool.events).isEmpty();
        assertThat(List.of(pool.offers.openOf("anna"))).containsExactly(List.of());
    }

    private @org.jspecify.annotations.Nullable String holder(long key) {
        return pool.engine.get(key).orElseThrow().assignee();
    }
}
