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

    /** One after the other, so that no try is overlooked. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select account from Account account where account.name = :name")
    Optional<Account> findToChange(String name);

    List<Account> findAllByOrderByName();

    List<Account> findBySampleTrue();
}
