package org.tandem.engine.rest.http;

/** In the place of a request whose body is larger than allowed. */
record TooLarge(Request request, int most) {}
