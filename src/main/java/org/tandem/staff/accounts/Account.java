package org.tandem.staff.accounts;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/** An account of somebody of the staff. */
@Entity
@Table(name = "staff_account")
class Account {

    @Id
    private String name;

    @Version
    private @Nullable Integer version;

    private String displayName;
    private String passwordHash;
    private Instant passwordSetAt;
    private boolean enabled;
    private boolean sample;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_account_role", joinColumns = @JoinColumn(name = "account"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_account_group", joinColumns = @JoinColumn(name = "account"))
    @Column(name = "group_name")
    private Set<String> groups = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Account() {}

    Account(StaffMember member, String passwordHash, boolean sample, Instant now) {
        this.name = member.name();
        this.displayName = member.displayName();
        this.passwordHash = passwordHash;
        this.passwordSetAt = now;
        this.enabled = true;
        this.sample = sample;
        this.roles.addAll(member.roles());
        this.groups.addAll(member.groups());
    }

    void is(String displayName, Set<Role> roles, Set<String> groups) {
        this.displayName = displayName;
        this.roles.retainAll(roles);
        this.roles.addAll(roles);
        this.groups.retainAll(groups);
        this.groups.addAll(groups);
    }

    /** With it sessions end that began with the one before. */
    void setPassword(String hash, Instant now) {
        passwordHash = hash;
        passwordSetAt = now;
    }

    void switchOn() {
        enabled = true;
    }

    void switchOff() {
        enabled = false;
    }

    String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean enabled() {
        return enabled;
    }

    boolean sample() {
        return sample;
    }

    boolean isLead() {
        return enabled && roles.contains(Role.LEAD);
    }

    boolean worksAtTheDesk() {
        return isLead() || enabled && roles.contains(Role.AGENT);
    }

    AccountView view(Map<String, Instant> locks) {
        return new AccountView(member(), enabled, sample, locks.get(name));
    }

    AccountPrincipal principal() {
        return new AccountPrincipal(member(), passwordSetAt);
    }

    private StaffMember member() {
        return new StaffMember(name, displayName, roles, groups);
    }
}
