/** The Camunda 8.8 REST API in front of the engine. */
@NullMarked
package org.tandem.engine.rest;

import org.jspecify.annotations.NullMarked;
