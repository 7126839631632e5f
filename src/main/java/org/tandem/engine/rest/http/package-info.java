/** HTTP without anything of the engine's API: connections, routes, bodies, problems, and who may call. */
@NullMarked
package org.tandem.engine.rest.http;

import org.jspecify.annotations.NullMarked;
