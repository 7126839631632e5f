package org.tandem.inquiry;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.util.HashMap;
import java.util.Map;

/** Which requests of the customer were done, so that none is done a second time. Messages remember theirs themselves. */
@Embeddable
class Requests {

    @ElementCollection
    @CollectionTable(name = "inquiry_request", joinColumns = @JoinColumn(name = "inquiry_id"))
    @MapKeyColumn(name = "request_key")
    @Column(name = "content_hash")
    private Map<String, String> done = new HashMap<>();

    /** Whether it was not done before; a key that came with other content is refused. */
    boolean isFirst(String key, String contentHash) {
        var known = done.putIfAbsent(key, contentHash);
        if (known != null && !known.equals(contentHash)) {
            throw new IdempotencyConflict();
        }
        return known == null;
    }
}
