package org.tandem.engine;

import java.util.List;
import java.util.Map;

/** What else somebody wants to be true of files before the engine takes them. It may take its time: the engine goes on meanwhile. */
@FunctionalInterface
public interface DeploymentCheck {

    DeploymentCheck NONE = files -> List.of();

    /** A sentence for each reason against deploying these files together; none if they may be deployed. */
    List<String> refusals(Map<String, byte[]> files);
}
