package org.tandem.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What is told about cases is kept by no browser and no proxy. */
@ControllerAdvice(assignableTypes = {HistoryPage.class, RunPage.class})
class NotStored {

    @ModelAttribute
    void notStored(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
