package org.tandem.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientLimitTest {

    private final ClientLimit limit = new ClientLimit(2, Duration.ofHours(1));

    @Test
    void eachAddressHasItsOwn() {
        limit.count("192.0.2.1");
        limit.count("192.0.2.1");

        assertThatThrownBy(() -> limit.count("192.0.2.1")).isInstanceOf(TooOften.class);
        assertThatCode(() -> limit.count("192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void theAddressesOfOneNetworkAreOneClient() {
        limit.count("2001:db8:1:2::3");
        limit.count("2001:db8:1:2::4");

        assertThatThrownBy(() -> limit.count("2001:db8:1:2:ffff::1")).isInstanceOf(TooOften.class);
        assertThatCode(() -> limit.count("2001:db8:1:3::3")).doesNotThrowAnyException();
    }

    @Test
    void itSaysWhenToComeAgain() {
        limit.count("192.0.2.1");
        limit.count("192.0.2.1");

        var tooOften = catchThrowableOfType(TooOften.class, () -> limit.count("192.0.2.1"));

        assertThat(tooOften.seconds()).isBetween(1_700L, 1_800L);
        assertThat(tooOften.inWords()).isEqualTo("30 minutes");
    }

    @Test
    void zeroIsNoLimit() {
        var none = new ClientLimit(0, Duration.ofHours(1));

        for (var i = 0; i < 1_000; i++) {
            none.count("192.0.2.1");
        }
    }
}
