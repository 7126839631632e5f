package org.tandem.inquiry;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction and again in a new one when somebody else was faster: it then sees what they did and decides anew. What
 * cannot be done in time is refused with {@link Busy}. A transaction that is already running cannot be repeated from here, so work in
 * it runs once.
 */
@Component
class Transactions {

    private static final int ATTEMPTS = 4;

    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Transactions(PlatformTransactionManager manager) {
        this.writing = new TransactionTemplate(manager);
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
    }

    @SuppressWarnings("NullAway") // what the work returns is what the template returns
    <T> T read(Supplier<T> work) {
        try {
            return reading.execute(status -> work.get());
        } catch (CannotCreateTransactionException noConnection) {
            throw new Busy(noConnection);
        }
    }

    <T> T write(Supplier<T> work) {
        return write(attempt -> work.get());
    }

    /** The work is told which attempt it is, from 0. */
    @SuppressWarnings("NullAway") // what the work returns is what the template returns
    <T> T write(IntFunction<T> work) {
        var attempts = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : ATTEMPTS;
        for (var attempt = 0; ; attempt++) {
            var current = attempt;
            try {
                return writing.execute(status -> work.apply(current));
            } catch (CannotCreateTransactionException noConnection) {
                throw new Busy(noConnection);
            } catch (ConcurrencyFailureException e) {
                if (attempt + 1 >= attempts) {
                    throw new Busy(e);
                }
            } catch (DataIntegrityViolationException e) {
                if (attempt + 1 >= attempts) {
                    throw e;
                }
            }
        }
    }
}
