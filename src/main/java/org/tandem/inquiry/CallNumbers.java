package org.tandem.inquiry;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.privacy.PhoneNumber;

/** Where customers want to be called, apart from their cases and only as long as it is needed. */
@Component
class CallNumbers {

    private final JdbcClient database;

    CallNumbers(JdbcClient database) {
        this.database = database;
    }

    void keep(InquiryId id, PhoneNumber number, Instant now) {
        forget(id);
        database.sql("insert into inquiry_call (inquiry_id, phone_number, asked_at) values (?, ?, ?)")
                .params(id.value(), number.e164(), Timestamp.from(now))
                .update();
    }

    Optional<PhoneNumber> of(InquiryId id) {
        return database.sql("select phone_number from inquiry_call where inquiry_id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(PhoneNumber::new);
    }

    boolean has(InquiryId id) {
        return of(id).isPresent();
    }

    void forget(InquiryId id) {
        database.sql("delete from inquiry_call where inquiry_id = ?")
                .param(id.value())
                .update();
    }
}
