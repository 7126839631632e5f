package org.tandem.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tandem.staff.accounts.Accounts;

@StaffModuleTest
class SamplePeopleElsewhereTest {

    @Test
    void withoutTheProfileThereAreNone(@Autowired Accounts accounts) {
        assertThat(accounts.find("amira")).isEmpty();
    }
}
