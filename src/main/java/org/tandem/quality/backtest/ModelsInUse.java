package org.tandem.quality.backtest;

import java.util.Map;
import org.tandem.bpmn.ModelFiles;

/** The models in use. They are looked at whenever they are asked for, and what has not changed since is not read again. */
final class ModelsInUse {

    private final String location;
    private ModelFiles known = ModelFiles.of(Map.of());

    /** @param location as {@link ModelFiles#read} takes it */
    ModelsInUse(String location) {
        this.location = location;
    }

    synchronized ModelFiles now() {
        known = known.become(ModelFiles.read(location));
        return known;
    }

    String location() {
        return location;
    }
}
