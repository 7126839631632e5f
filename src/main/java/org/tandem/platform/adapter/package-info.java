/**
 * The REST adapter: one local HTTP server before Camunda 8.6 that logs in, passes everything on, and answers the
 * searches of the 8.8 API from the 8.6 APIs, so that application and tests are written once, for 8.8.
 */
@NullMarked
package org.tandem.platform.adapter;

import org.jspecify.annotations.NullMarked;
