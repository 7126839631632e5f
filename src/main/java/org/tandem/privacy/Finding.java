package org.tandem.privacy;

/** Where in a text something personal stands. */
record Finding(Kind kind, int start, int end) {}
