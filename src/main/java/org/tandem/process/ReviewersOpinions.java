package org.tandem.process;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tandem.desk.pay.SecondOpinions;
import org.tandem.quality.audits.SecondReviews;

/** Tells reviewers at the desk what quality knows of their reviews: neither of the two modules knows the other. */
@Component
class ReviewersOpinions implements SecondOpinions {

    private final SecondReviews reviews;

    ReviewersOpinions(SecondReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public List<Opinion> on(String reviewer, Instant from, Instant to) {
        return reviews.of(reviewer, from, to).stream()
                .map(pair -> new Opinion(pair.number(), pair.right(), pair.otherRight(), pair.otherNote()))
                .toList();
    }
}
