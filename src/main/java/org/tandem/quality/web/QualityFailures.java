package org.tandem.quality.web;

import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says in plain words that a page of quality cannot be shown. */
@ControllerAdvice(basePackageClasses = QualityFailures.class)
class QualityFailures {

    private static final Logger log = LoggerFactory.getLogger(QualityFailures.class);

    /** Whoever fetched a file has gone away. */
    @ExceptionHandler(UncheckedIOException.class)
    void gone(UncheckedIOException gone) {
        log.debug("A file was not fetched to its end: {}", gone.getMessage());
    }

    @ExceptionHandler(RuntimeException.class)
    ModelAndView failed(RuntimeException failure) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        log.error("A page of quality could not be shown", failure);
        var page = new ModelAndView("quality/failure");
        page.setStatus(HttpStatus.INTERNAL_SERVER_ERROR);
        return page;
    }
}
