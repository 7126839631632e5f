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

    private static final List<Place> DESK = List.of(
            new Place("Tasks", "/desk"),
            new Place("Offers", "/desk/offers"),
            new Place("Earnings", "/desk/earnings"),
            new Place("Reviews", "/desk/reviews"),
            new Place("Product feedback", "/desk/feedback"),
            new Place("Queues", "/desk/queues"),
            new Place("Pool", "/desk/pool"),
            new Place("Changes of the pool", "/desk/pool/changes"));

    public static List<Place> of(StaffMember member) {
        return allowed(ALL, member);
    }

    /** The pages of the desk; each has a line of its own in the table of what is for whom. */
    public static List<Place> atTheDesk(StaffMember member) {
        return allowed(DESK, member);
    }

    private static List<Place> allowed(List<Place> places, StaffMember member) {
        return places.stream().filter(place -> place.isFor(member)).toList();
    }

    private boolean isFor(StaffMember member) {
        return Access.TABLE.stream()
                .filter(line -> line.path().equals(path + "/**"))
                .anyMatch(line -> line.allows(member));
    }
}
