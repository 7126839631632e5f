package org.tandem.assistant;

import java.util.List;
import java.util.Optional;

/** Remembers over restarts which model was put in use. Without a memory the newest model is used. */
public interface ModelsInUse {

    ModelsInUse FORGETFUL = new ModelsInUse() {

        @Override
        public Optional<InUse> last() {
            return Optional.empty();
        }

        @Override
        public List<String> lately() {
            return List.of();
        }

        @Override
        public void began(InUse model, String why) {}
    };

    /** The one that was put in use last. */
    Optional<InUse> last();

    /** The versions of those that were in use lately, so that they can be gone back to. */
    List<String> lately();

    /** Nobody decided it: there was no model before, or the knowledge or a setting has changed and a new one was learned. */
    void began(InUse model, String why);

    /**
     * A model and when it was good enough.
     *
     * @param ground the knowledge and the settings that there were when it was put in use; once they have changed, a new model is
     *     learned and used
     */
    record InUse(String version, String ground) {}
}
