/** The pages of the desk: the list of tasks, and one page for each with its form and its case. */
@NullMarked
package org.tandem.desk.web;

import org.jspecify.annotations.NullMarked;
