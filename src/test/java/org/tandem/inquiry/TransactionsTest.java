package org.tandem.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.SimpleTransactionStatus;

class TransactionsTest {

    private final PlatformTransactionManager manager = mock();
    private final Transactions transactions = new Transactions(manager);

    @Test
    void whoeverWasSlowerTriesAgain() {
        when(manager.getTransaction(any())).thenReturn(new SimpleTransactionStatus());
        var tries = new AtomicInteger();

        var done = transactions.write(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new DuplicateKeyException("somebody was faster");
            }
            return "done";
        });

        assertThat(done).isEqualTo("done");
    }

    @Test
    void aCaseThatOthersHoldForTooLongIsBusyAndNoFault() {
        when(manager.getTransaction(any())).thenReturn(new SimpleTransactionStatus());

        assertThatThrownBy(() -> transactions.write(() -> {
                    throw new CannotAcquireLockException("timeout");
                }))
                .isInstanceOf(Busy.class);
    }

    @Test
    void withoutAConnectionReadingAndWritingAreBusy() {
        when(manager.getTransaction(any())).thenThrow(new CannotCreateTransactionException("no connection in time"));

        assertThatThrownBy(() -> transactions.write(() -> "")).isInstanceOf(Busy.class);
        assertThatThrownBy(() -> transactions.read(() -> "")).isInstanceOf(Busy.class);
    }
}
