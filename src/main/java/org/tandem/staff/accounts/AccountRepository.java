package org.tandem.staff.accounts;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, String> {

    Account save(Account account);

    boolean existsById(String name);

    Optional<Account> findById(String name);

    /** Takes as long for a name that nobody has. */
    @Query("select account.passwordHash from Account account where account.name = :name")
    Optional<String> findPasswordHash(String name);

    /** All of them, for who leads depends on all; always in this order, so that nobody waits for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select account from Account account order by account.name")
    List<Account> findAllToChange();

    List<Account> findAllByOrderByName();

    List<Account> findBySampleTrue();
}
