package org.tandem.account;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CustomerOrders extends Repository<CustomerOrder, UUID> {

    void save(CustomerOrder order);

    List<CustomerOrder> findByCustomerKey(String customerKey);

    void deleteByCustomerKey(String customerKey);
}
