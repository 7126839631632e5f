/**
 * What agents earn: what work is paid by the rate cards, and an append-only ledger of what was earned for which work, so that everybody
 * can check their pay.
 */
@NamedInterface("pay")
@NullMarked
package org.tandem.desk.pay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
