/** What tests of several modules need. */
@org.jspecify.annotations.NullMarked
package org.tandem.testing;
