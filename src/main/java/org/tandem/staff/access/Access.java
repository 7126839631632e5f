package org.tandem.staff.access;

import static org.tandem.staff.Role.AGENT;
import static org.tandem.staff.Role.ANALYST;
import static org.tandem.staff.Role.AUDITOR;
import static org.tandem.staff.Role.LEAD;
import static org.tandem.staff.Role.OPERATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/**
 * A line of the table of what is for whom. The first line that fits a request counts, and what fits none is for nobody.
 *
 * @param roles any of them will do
 */
record Access(Who who, Set<Role> roles, String path, RequestMatcher requests) {

    enum Who {
        EVERYBODY,
        STAFF,
        ROLES
    }

    static final List<Access> TABLE = List.of(
            forEverybody("/sign-in/**"),
            forEverybody("/oauth2/authorization/*"),
            forEverybody("/login/oauth2/code/*"),
            forStaff("/sign-out"),
            forStaff("/account/**"),
            forRoles("/case/*", AGENT, LEAD, ANALYST, AUDITOR, OPERATOR),
            forRoles("/staff/**", LEAD),
            forRoles("/desk/offers/**", AGENT, LEAD),
            forRoles("/desk/pool/changes/**", LEAD, AUDITOR),
            forRoles("/desk/pool/**", LEAD),
            forRoles("/desk/earnings/everybody/**", LEAD),
            forRoles("/desk/earnings/of/**", LEAD),
            forRoles("/desk/earnings/**", AGENT, LEAD),
            forRoles("/desk/reviews/of/**", LEAD),
            forRoles("/desk/reviews/**", AGENT, LEAD),
            forRoles("/desk/feedback/*/*", LEAD, ANALYST),
            forRoles("/desk/feedback/**", AGENT, LEAD, ANALYST),
            forRoles("/desk/queues/**", LEAD),
            forRoles("/desk/**", AGENT, LEAD),
            forRoles("/history/*/incidents/**", OPERATOR),
            forRoles("/history/**", LEAD, ANALYST, AUDITOR, OPERATOR),
            forRoles("/quality/what-if/**", LEAD, ANALYST),
            toLookAt("/quality/**", LEAD, ANALYST, AUDITOR),
            forRoles("/quality/**", LEAD));

    static Optional<Access> to(HttpServletRequest request) {
        return TABLE.stream().filter(line -> line.requests.matches(request)).findFirst();
    }

    boolean allows(StaffMember member) {
        return who != Who.ROLES || roles.stream().anyMatch(member::is);
    }

    /** The roles of whom this is for, as in "lead or agent". */
    String rolesInWords() {
        return roles.stream().map(Role::inWords).collect(Collectors.joining(" or "));
    }

    String[] authorities() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }

    private static Access forEverybody(String path) {
        return of(Who.EVERYBODY, EnumSet.noneOf(Role.class), path);
    }

    private static Access forStaff(String path) {
        return of(Who.STAFF, EnumSet.noneOf(Role.class), path);
    }

    private static Access forRoles(String path, Role first, Role... more) {
        return of(Who.ROLES, EnumSet.of(first, more), path);
    }

    /** Whatever else they ask for there, the lines that follow say. */
    private static Access toLookAt(String path, Role first, Role... more) {
        return new Access(
                Who.ROLES,
                EnumSet.of(first, more),
                path,
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, path));
    }

    private static Access of(Who who, Set<Role> roles, String path) {
        return new Access(
                who, roles, path, PathPatternRequestMatcher.withDefaults().matcher(path));
    }
}
