package org.tandem.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.tandem.assistant.AccountFacts;

/** Whatever engine Tandem runs on, the sample account is there unless one does without it. */
class WithoutSampleTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withBean(CustomerOrders.class, () -> mock())
            .withBean(Payments.class, () -> mock())
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(SampleAccount.class, OrderFacts.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tandem.engine.mode=embedded",
                "tandem.engine.mode=external",
                "spring.profiles.active=local",
                "tandem.engine.database-url=jdbc:postgresql://db/tandem"
            })
    void theSampleIsThereOnEveryPlatformUnlessOneDoesWithoutIt(String platform) {
        application
                .withPropertyValues(platform)
                .run(context ->
                        assertThat(context).hasSingleBean(SampleAccount.class).hasSingleBean(AccountFacts.class));
        application
                .withPropertyValues(platform, "tandem.account.sample=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(SampleAccount.class)
                        .doesNotHaveBean(AccountFacts.class));
    }
}
