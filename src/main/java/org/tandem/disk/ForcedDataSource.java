package org.tandem.disk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * An H2 file whose commits are on the disk before they return: H2 itself leaves that to the operating system. Commits at the same time
 * share one forced write.
 */
final class ForcedDataSource extends DelegatingDataSource {

    interface Force {
        void all(Connection connection) throws SQLException;
    }

    private interface After {
        @Nullable
        Object call(Method method, @Nullable Object answer) throws SQLException;
    }

    /** Each is a commit of its own on a connection that is in no transaction. */
    private static final Set<String> UPDATES =
            Set.of("execute", "executeUpdate", "executeLargeUpdate", "executeBatch", "executeLargeBatch");

    private final Force force;
    private final Object lock = new Object();
    private long begun;
    private long done;

    ForcedDataSource(DataSource target, Force force) {
        super(target);
        this.force = force;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return forced(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return forced(super.getConnection(username, password));
    }

    private Connection forced(Connection connection) {
        return around(Connection.class, connection, (method, answer) -> {
            if (method.getName().equals("commit")) {
                forceUnlessRead(connection);
            }
            return answer instanceof Statement statement && connection.getAutoCommit()
                    ? around(method.getReturnType(), statement, (call, result) -> {
                        if (UPDATES.contains(call.getName())) {
                            forceUnlessRead(connection);
                        }
                        return result;
                    })
                    : answer;
        });
    }

    private static <T> T around(Class<T> type, Object inside, After after) {
        return type.cast(Proxy.newProxyInstance(
                ForcedDataSource.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return after.call(method, method.invoke(inside, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }

    private void forceUnlessRead(Connection connection) throws SQLException {
        if (!connection.isReadOnly()) {
            force(connection);
        }
    }

    /** Returns when a forced write that began after this call is done: by this thread, or by one that was faster. */
    private void force(Connection connection) throws SQLException {
        long mine;
        synchronized (lock) {
            mine = begun + 1;
            while (begun > done && done < mine) {
                waitForIt();
            }
            if (done >= mine) {
                return;
            }
            begun++;
        }
        try {
            force.all(connection);
        } catch (SQLException | RuntimeException e) {
            synchronized (lock) {
                begun--;
                lock.notifyAll();
            }
            throw e;
        }
        synchronized (lock) {
            done = begun;
            lock.notifyAll();
        }
    }

    private void waitForIt() throws SQLException {
        try {
            lock.wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted before the commit was known to be on the disk", e);
        }
    }
}
