package org.tandem.desk;

import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SteeringRecords extends Repository<SteeringRecord, UUID> {

    void save(SteeringRecord record);
}
