package org.tandem.quality;

import java.util.List;
import org.tandem.quality.rehearsal.Rehearse;

/** What team leads can do about quality from the command line. */
public final class QualityCommands {

    private QualityCommands() {}

    /** Each is a command of picocli. */
    public static List<Object> all() {
        return List.of(new Rehearse());
    }
}
