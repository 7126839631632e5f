package org.tandem.desk;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tandem.assistant.AccountFacts;

/** The facts about a customer's account. Whoever takes over is not kept waiting for facts that cannot be had in time. */
@Component
class AccountLookUp {

    private static final Logger log = LoggerFactory.getLogger(AccountLookUp.class);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final AccountFacts accountFacts;
    private final ExecutorService lookUps = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    AccountLookUp(ObjectProvider<AccountFacts> accountFacts) {
        this(accountFacts.getIfAvailable(() -> AccountFacts.NONE));
    }

    AccountLookUp(AccountFacts accountFacts) {
        this.accountFacts = accountFacts;
    }

    /** None if they cannot be had in time. */
    Map<String, String> knownFacts(String customerKey) {
        return facts(customerKey).orElse(Map.of());
    }

    /** Nothing if they cannot be had in time. */
    Optional<Map<String, String>> facts(String customerKey) {
        var lookUp = lookUps.submit(() -> accountFacts.of(customerKey));
        try {
            return Optional.of(lookUp.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            var why = e.getCause() == null ? e : e.getCause();
            log.warn(
                    "The facts about an account cannot be had: {}",
                    why.getClass().getName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lookUp.cancel(true);
        }
        return Optional.empty();
    }
}
