package org.tandem.desk.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.Drafts.Draft;
import org.tandem.desk.Drafts.Keeping;

/** What became of a draft: its revision, and what is kept instead if another window was faster. */
record KeptDraft(int revision, @JsonRawValue @Nullable String instead) {

    static KeptDraft of(Keeping keeping) {
        return switch (keeping) {
            case Keeping.Kept kept -> new KeptDraft(kept.revision(), null);
            case Keeping.ChangedElsewhere elsewhere -> of(elsewhere.draft());
        };
    }

    private static KeptDraft of(Draft draft) {
        return new KeptDraft(draft.revision(), draft.content());
    }
}
