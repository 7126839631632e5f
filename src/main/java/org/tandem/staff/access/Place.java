package org.tandem.staff.access;

import java.util.List;
import org.tandem.staff.StaffMember;

/** The parts of the site that somebody can go to, in the order of their work; one's own account is always the last. */
public record Place(String name, String path) {

    private static final List<Place> ALL = List.of(
            new Place("Desk", "/desk"),
            new Place("History", "/history"),
            new Place("Quality", "/quality"),
            new Place("Staff", "/staff"),
            new Place("Account", "/account"));

    public static List<Place> of(StaffMember member) {
        return ALL.stream().filter(place -> place.isFor(member)).toList();
    }

    private boolean isFor(StaffMember member) {
        return Access.TABLE.stream()
                .filter(line -> line.path().equals(path + "/**"))
                .anyMatch(line -> line.allows(member));
    }
}
