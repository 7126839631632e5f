package org.tandem.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Payments extends Repository<Payment, UUID> {

    void save(Payment payment);

    Optional<Payment> findFirstByCustomerKeyOrderByPaidOnDesc(String customerKey);

    void deleteByCustomerKey(String customerKey);
}
