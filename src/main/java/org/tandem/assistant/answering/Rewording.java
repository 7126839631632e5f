package org.tandem.assistant.answering;

import java.util.Optional;
import org.tandem.assistant.knowledge.ApprovedText;

/** Says an approved text in words that fit the question, the paragraphs of several as one text. Empty means that the approved text is used as it is. */
@FunctionalInterface
public interface Rewording {

    Rewording NONE = (question, approved) -> Optional.empty();

    /** @param question without personal data */
    Optional<ApprovedText> reword(String question, ApprovedText approved);
}
