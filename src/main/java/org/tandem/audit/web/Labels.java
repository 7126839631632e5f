package org.tandem.audit.web;

import java.util.Locale;

/** Words of the engine for people: {@code JOB_NO_RETRIES} is "Job no retries". */
final class Labels {

    private Labels() {}

    static String of(String word) {
        return switch (word) {
            case "JOB_NO_RETRIES" -> "The work failed as often as it may be tried";
            case "IO_MAPPING_ERROR" -> "Values could not be handed over";
            case "CONDITION_ERROR" -> "A condition could not be judged";
            case "EXTRACT_VALUE_ERROR" -> "A value could not be found";
            case "CALLED_ELEMENT_ERROR" -> "The process to call could not be found";
            case "DECISION_EVALUATION_ERROR", "CALLED_DECISION_ERROR" -> "A decision could not be made";
            case "UNHANDLED_ERROR_EVENT" -> "An error that the process does not handle";
            case "FORM_NOT_FOUND" -> "The form could not be found";
            default -> sentence(word);
        };
    }

    private static String sentence(String word) {
        var words = word.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
