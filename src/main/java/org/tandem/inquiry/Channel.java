package org.tandem.inquiry;

/** By which way an inquiry came in. */
public enum Channel {
    /** The help page. */
    WEB,
    /** The programming interface, used by shops and apps. */
    API
}
