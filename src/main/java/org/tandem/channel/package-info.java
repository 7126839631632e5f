/**
 * The ways in and out for customers: the help page and the REST API, and what both agree on about input, limits and errors.
 * Whatever comes in wrong is answered with what is wrong and how it would be right; nothing a customer typed is lost.
 */
@ApplicationModule(
        displayName = "Channel",
        allowedDependencies = {"inquiry", "limits", "privacy"})
@NullMarked
package org.tandem.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
