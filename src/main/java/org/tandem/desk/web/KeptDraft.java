package org.tandem.desk.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.Drafts.Keeping;

/** What became of a draft: its revision, and if another window was faster what is kept instead and whether it is set aside itself. */
record KeptDraft(int revision, @JsonRawValue @Nullable String instead, boolean isSetAside) {

    static KeptDraft of(Keeping keeping) {
        return switch (keeping) {
            case Keeping.Kept kept -> new KeptDraft(kept.revision(), null, false);
            case Keeping.ChangedElsewhere elsewhere ->
                new KeptDraft(elsewhere.draft().revision(), elsewhere.draft().content(), elsewhere.isSetAside());
        };
    }
}
