package org.tandem.desk.pay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.UnknownInquiry;
import org.tandem.privacy.PersonalData;

/** What customers wrote with their ratings, masked, for whoever gave the answers. */
@Component
class RatedAnswers {

    private static final int MOST = 10;

    private final Inquiries inquiries;

    RatedAnswers(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    /** The latest of a month, by the number of the case. */
    Map<String, String> comments(Statement statement) {
        var comments = new LinkedHashMap<String, String>();
        statement.lines().stream()
                .filter(line -> line.feedback().startsWith("rated"))
                .map(line -> line.entry().inquiry())
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST)
                .forEach(inquiry -> {
                    try {
                        var file = inquiries.get(inquiry);
                        var rating = file.rating();
                        if (rating != null && rating.comment() != null) {
                            comments.put(file.number(), PersonalData.maskForPeople(rating.comment()));
                        }
                    } catch (UnknownInquiry erased) {
                        // what was erased has no words any more
                    }
                });
        return comments;
    }
}
