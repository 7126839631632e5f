/**
 * The case file of an inquiry, from the first message to the outcome: conversation, AI attempts, decisions, hand-overs, rating.
 * The database is the truth of a case; everything that happens to it is announced as an {@link org.tandem.inquiry.InquiryEvent}.
 */
@ApplicationModule(
        displayName = "Inquiry",
        allowedDependencies = {"disk", "privacy"})
@NullMarked
package org.tandem.inquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
