package org.tandem.engine.core;

/** Something that the engine is asked to do: all of it happens at one time, or nothing does. */
@FunctionalInterface
public interface Command<T> {

    /**
     * @return the answer, told when everything is on the disk
     * @throws Rejection when it cannot be done
     */
    T run(Core core);
}
