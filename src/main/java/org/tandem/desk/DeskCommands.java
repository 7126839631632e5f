package org.tandem.desk;

import java.util.List;
import org.tandem.desk.pool.simulation.SimulateDesk;

/** What planners can do about the desk from the command line. */
public final class DeskCommands {

    private DeskCommands() {}

    /** Each is a command of picocli. */
    public static List<Object> all() {
        return List.of(new SimulateDesk());
    }
}
