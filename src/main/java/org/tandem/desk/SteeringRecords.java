package org.tandem.desk;

import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SteeringRecords extends Repository<SteeringRecord, UUID> {

    boolean existsById(UUID id);

    void save(SteeringRecord record);
}
