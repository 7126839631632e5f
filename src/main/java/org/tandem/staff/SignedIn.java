package org.tandem.staff;

/** A principal, however it signed in, that is somebody of the staff. */
public interface SignedIn {
    StaffMember member();
}
