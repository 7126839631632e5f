package org.tandem.staff.oidc;

import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.tandem.staff.SignedIn;
import org.tandem.staff.StaffMember;

/** Somebody whom the organisation has signed in, and whom it says they are. */
class OrganisationPrincipal extends DefaultOidcUser implements SignedIn {

    private final transient StaffMember member;

    OrganisationPrincipal(OidcUser user, StaffMember member, List<GrantedAuthority> roles) {
        super(roles, user.getIdToken(), user.getUserInfo());
        this.member = member;
    }

    @Override
    public StaffMember member() {
        return member;
    }
}
