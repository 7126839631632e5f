package org.tandem.staff.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.tandem.staff.SetClock;
import org.tandem.staff.StaffSettings;

class FailedTriesTest {

    private static final String OFFICE = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";

    private final SetClock clock = new SetClock();
    private final FailedTries tries = new FailedTries(
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("tandem.staff", StaffSettings.class), clock);

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,        192.0.2.1,          false",
        "192.0.2.1,        192.0.2.2,          true",
        "2001:db8:1:2::3,  2001:db8:1:2:ff::9, false",
        "2001:db8:1:2::3,  2001:db8:1:3::3,    true"
    })
    void aNameIsLockedForTheAddressItWasTriedFrom(String tried, String from, boolean open) {
        fail(5, tried);

        assertThat(tries.mayTry("amira", from)).isEqualTo(open);
        assertThat(tries.mayTry("ben", tried)).as("another name").isTrue();
    }

    @Test
    void aLockEndsAfterItsTimeAndTryingOnDoesNotMakeItLonger() {
        fail(5, OFFICE);
        for (var minute = 0; minute < 14; minute++) {
            clock.pass(Duration.ofMinutes(1));
            assertThat(tries.mayTry("amira", OFFICE)).isFalse();
        }
        assertThat(tries.locks()).containsOnlyKeys("amira");

        clock.pass(Duration.ofMinutes(1));

        assertThat(tries.locks()).isEmpty();
        assertThat(tries.mayTry("amira", OFFICE)).isTrue();
    }

    @Test
    void onlyFailedTriesInARowCount() {
        for (var day = 0; day < 100; day++) {
            fail(4, OFFICE);
            assertThat(tries.mayTry("amira", OFFICE)).isTrue();
            tries.succeeded("amira", OFFICE);
        }
    }

    @Test
    void fromManyAddressesANameIsGuessedAtSlowlyOnly() {
        var guesses = IntStream.range(0, 1_000)
                .filter(i -> tries.mayTry("amira", "203.0.113." + i % 250))
                .count();
        assertThat(guesses).isEqualTo(30);
        assertThat(tries.mayTry("amira", "198.51.100.8")).isFalse();

        clock.pass(Duration.ofSeconds(30));

        assertThat(tries.mayTry("amira", "198.51.100.8")).isTrue();
        assertThat(tries.mayTry("amira", "198.51.100.8")).isFalse();
    }

    @Test
    void whoSignedInBeforeIsNotSlowedDownByWhatOthersTry() {
        assertThat(tries.mayTry("amira", OFFICE)).isTrue();
        tries.succeeded("amira", OFFICE);
        clock.pass(Duration.ofDays(20));
        IntStream.range(0, 100).forEach(i -> tries.mayTry("amira", "203.0.113." + i));

        assertThat(tries.mayTry("amira", OFFICE)).isTrue();
    }

    @Test
    void whileANameIsSlowedDownNobodyIsLockedForIt() {
        IntStream.range(0, 100).forEach(i -> tries.mayTry("amira", "203.0.113." + i));
        for (var i = 0; i < 10; i++) {
            assertThat(tries.mayTry("amira", OFFICE)).isFalse();
        }

        clock.pass(Duration.ofSeconds(30));

        assertThat(tries.mayTry("amira", OFFICE)).isTrue();
    }

    @Test
    void aNewPasswordOpensEverywhereAndKnowsNobodyAnyMore() {
        tries.mayTry("amira", ELSEWHERE);
        tries.succeeded("amira", ELSEWHERE);
        fail(5, OFFICE);
        tries.forget("amira");
        assertThat(tries.mayTry("amira", OFFICE)).isTrue();

        IntStream.range(0, 100).forEach(i -> tries.mayTry("amira", "203.0.113." + i));

        assertThat(tries.mayTry("amira", ELSEWHERE)).isFalse();
    }

    @Test
    void triesAtTheSameMomentCountToo() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var allowed = threads
                    .invokeAll(IntStream.range(0, 200)
                            .<Callable<Boolean>>mapToObj(i -> () -> tries.mayTry("amira", OFFICE))
                            .toList())
                    .stream()
                    .filter(result -> result.resultNow())
                    .count();

            assertThat(allowed).isEqualTo(5);
        }
    }

    @Test
    void whateverIsSentAsANameIsNotKeptWhole() {
        var name = "x".repeat(100_000);
        for (var i = 0; i < 5; i++) {
            tries.mayTry(name + i, OFFICE);
        }

        assertThat(tries.locks().keySet()).containsExactly("x".repeat(60));
    }

    private void fail(int times, String address) {
        for (var i = 0; i < times; i++) {
            assertThat(tries.mayTry("amira", address)).isTrue();
        }
    }
}
