package org.tandem.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForcedDataSourceTest {

    private final DataSource target = mock();
    private final Connection connection = mock();
    private final ForcedDataSource.Force force = mock();
    private final ForcedDataSource forced = new ForcedDataSource(target, force);

    @BeforeEach
    void connect() throws SQLException {
        when(target.getConnection()).thenReturn(connection);
    }

    @Test
    void aCommitIsForced() throws SQLException {
        forced.getConnection().commit();
        forced.getConnection().commit();

        verify(connection, times(2)).commit();
        verify(force, times(2)).all(connection);
    }

    @Test
    void anUpdateInNoTransactionIsForcedAndAQueryIsNot() throws SQLException {
        var statement = mock(PreparedStatement.class);
        when(connection.getAutoCommit()).thenReturn(true);
        when(connection.prepareStatement("any")).thenReturn(statement);

        forced.getConnection().prepareStatement("any").executeQuery();
        verify(force, never()).all(any());

        forced.getConnection().prepareStatement("any").executeUpdate();
        verify(force).all(connection);
    }

    @Test
    void whatOnlyReadIsNotForced() throws SQLException {
        when(connection.isReadOnly()).thenReturn(true);

        forced.getConnection().commit();

        verify(force, never()).all(any());
    }

    @Test
    void aCommitThatFailsIsNotForcedAndOneThatCannotBeForcedFails() throws SQLException {
        var failure = new SQLException("full");
        doThrow(failure).doNothing().when(force).all(connection);

        assertThatThrownBy(() -> forced.getConnection().commit()).isSameAs(failure);
        forced.getConnection().commit();

        doThrow(failure).when(connection).commit();
        assertThatThrownBy(() -> forced.getConnection().commit()).isSameAs(failure);
        verify(force, times(2)).all(connection);
    }

    @Test
    void commitsAtTheSameTimeShareAForcedWriteThatBeganAfterThem() throws Exception {
        var running = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var forcedWrites = new AtomicInteger();
        doAnswer(call -> {
                    if (forcedWrites.incrementAndGet() == 1) {
                        running.countDown();
                        release.await();
                    }
                    return null;
                })
                .when(force)
                .all(connection);

        var first = CompletableFuture.runAsync(this::commit);
        running.await();
        var others =
                IntStream.range(0, 20).mapToObj(i -> new Thread(this::commit)).toList();
        others.forEach(Thread::start);
        for (var other : others) {
            while (other.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        release.countDown();
        first.join();
        for (var other : others) {
            other.join();
        }

        assertThat(forcedWrites).hasValue(2);
    }

    private void commit() {
        try {
            forced.getConnection().commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
