package org.tandem.inquiry;

/** Who asks. Personal data: never logged, never part of an event. */
public record Customer(String name, String email) {

    @Override
    public String toString() {
        return "Customer[not shown]";
    }
}
