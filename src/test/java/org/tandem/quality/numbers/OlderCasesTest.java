package org.tandem.quality.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.NewInquiry;
import org.tandem.quality.QualityModuleTest;

@QualityModuleTest
class OlderCasesTest {

    private static final int MORE_THAN_A_BATCH = 120;

    @Test
    void inquiriesFromBeforeAreCountedOnceAndAfterAnEndOnlyTheRest(
            @Autowired Inquiries inquiries,
            @Autowired OlderCases older,
            @Autowired Counter counter,
            @Autowired JdbcClient database) {
        var ids = IntStream.range(0, MORE_THAN_A_BATCH)
                .mapToObj(number -> inquiries
                        .open(
                                new NewInquiry(
                                        "Where is my refund?",
                                        new Customer("Robin", "robin%d@customer.example".formatted(number)),
                                        null),
                                null)
                        .id())
                .toList();
        database.sql("update case_counter set older_than = null, older_counted = null, older_done = false").update();
        database.sql("delete from case_event").update();

        int first = older.noteSome();
        int second = older.noteSome();

        assertThat(first).isEqualTo(100);
        assertThat(second).isPositive();
        while (older.noteSome() > 0) {
            assertThat(counted(database, ids)).isZero();
        }
        counter.count();
        assertThat(counted(database, ids)).isEqualTo(MORE_THAN_A_BATCH);
        assertThat(older.noteSome()).isZero();
    }

    private static int counted(JdbcClient database, java.util.List<InquiryId> ids) {
        return database.sql("select count(*) from case_figures where inquiry_id in (:ids)")
                .param("ids", ids.stream().map(InquiryId::value).toList())
                .query(Integer.class)
                .single();
    }
}
