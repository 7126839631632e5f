package org.tandem.quality.web;

import java.util.List;

/**
 * A number of several sides beside each other.
 *
 * @param definition what it is, exactly
 */
record Line(String name, String definition, List<Cell> cells) {

    static Line of(String name, String definition, Cell... cells) {
        return new Line(name, definition, List.of(cells));
    }
}
