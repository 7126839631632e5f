package org.tandem.audit.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.audit.HistoryUnavailable;

/** Says in plain words why a page of the history cannot be shown. */
@ControllerAdvice(basePackageClasses = HistoryFailures.class)
class HistoryFailures {

    private static final Logger log = LoggerFactory.getLogger(HistoryFailures.class);

    @ExceptionHandler(UnknownRun.class)
    ModelAndView unknown(UnknownRun unknown) {
        return page(
                HttpStatus.NOT_FOUND,
                "Not found",
                unknown.words()
                        + " One that has just begun is found after a few seconds; old ones may have been deleted.");
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView tooLong(MethodArgumentTypeMismatchException mismatch) {
        return page(
                HttpStatus.NOT_FOUND,
                "Not found",
                "%s is not a key that the engine gives.".formatted(mismatch.getValue()));
    }

    @ExceptionHandler(ServletRequestBindingException.class)
    ModelAndView misfit(ServletRequestBindingException misfit) {
        return page(HttpStatus.BAD_REQUEST, "That could not be read", "Please use the links and buttons of the pages.");
    }

    @ExceptionHandler(HistoryUnavailable.class)
    ModelAndView away(HistoryUnavailable away) {
        log.warn("The history cannot be read: {}", away.getMessage());
        return page(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The process engine does not answer",
                "Its history cannot be read at the moment. Cases go on being accepted; please load this page again in a moment.");
    }

    @ExceptionHandler(RuntimeException.class)
    ModelAndView failed(RuntimeException failure) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        log.error("A page of the history could not be shown", failure);
        return page(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something failed on our side",
                "The log of the application says what. If you were trying an incident again, look at it before you repeat that.");
    }

    private static ModelAndView page(HttpStatus status, String title, String words) {
        var page = new ModelAndView("history/failure");
        page.setStatus(status);
        page.addObject("title", title);
        page.addObject("words", words);
        return page;
    }
}
