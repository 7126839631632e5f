package org.tandem.staff;

import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.tandem.staff.accounts.Accounts;

@StaffModuleTest
class LastLeadTest {

    @RepeatedTest(5)
    void twoLeadsWhoTakeTheRoleFromEachOtherAtOnceLeaveOne(@Autowired Accounts accounts) throws Exception {
        TwoLeads.takeTheRoleFromEachOtherAtOnce(accounts);
    }
}
