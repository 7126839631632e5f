package org.tandem.staff.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

class PlaceTest {

    @Test
    void whoIsAtTheDeskBeginsWithTheTasksAndOthersHaveNoPartOfIt() {
        assertThat(Place.atTheDesk(somebody(Role.AGENT))).startsWith(new Place("Tasks", "/desk"));
        assertThat(Place.atTheDesk(somebody(Role.LEAD))).startsWith(new Place("Tasks", "/desk"));
        assertThat(Place.atTheDesk(somebody(Role.AUDITOR)))
                .containsExactly(new Place("Changes of the pool", "/desk/pool/changes"));
    }

    @Test
    void aPartOfTheDeskIsOnlyShownToWhoMayGoThere() {
        for (var role : Role.values()) {
            assertThat(Place.atTheDesk(somebody(role)))
                    .allSatisfy(place -> assertThat(Access.TABLE)
                            .filteredOn(line -> line.path().equals(place.path() + "/**"))
                            .singleElement()
                            .matches(line -> line.roles().contains(role)));
        }
    }

    private static StaffMember somebody(Role role) {
        return new StaffMember("somebody", "Somebody Example", Set.of(role), Set.of());
    }
}
