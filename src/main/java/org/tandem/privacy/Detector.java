package org.tandem.privacy;

import java.util.List;

/** Finds one kind of personal data. The findings are in the order of the text and do not overlap. */
@FunctionalInterface
interface Detector {

    /** The longest and surest first, so that a part of it is not taken for something else. */
    List<Detector> ALL = List.of(new Emails(), new Ibans(), new Cards(), new NationalIds(), new Phones());

    List<Finding> find(String text);
}
