package org.tandem.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.desk.Desk;
import org.tandem.desk.NotYourTask;
import org.tandem.desk.TasksAway;
import org.tandem.desk.UnknownPerson;
import org.tandem.desk.UnknownTask;

/** When a page of the desk cannot be shown, says why in plain words and gives back what was typed. */
@ControllerAdvice(basePackageClasses = Desk.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeskFailures {

    private static final Logger LOG = LoggerFactory.getLogger(DeskFailures.class);

    /** What was filled in has to be right; an address that cannot be read is the address of nothing. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView misfit(MethodArgumentTypeMismatchException misfit, HttpServletRequest request) {
        if (misfit.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return unknown(request);
        }
        var type = misfit.getRequiredType();
        var right = type == int.class || type == long.class
                ? "a whole number such as 60"
                : type == boolean.class ? "true or false" : "one of those that the page has to choose from";
        return page(
                request,
                HttpStatus.BAD_REQUEST,
                "That could not be read",
                "%s: \"%s\" is not right, it has to be %s. Nothing was changed."
                        .formatted(StringUtils.capitalize(misfit.getName()), misfit.getValue(), right));
    }

    /** A key that is no number is the key of no task. */
    @ExceptionHandler({UnknownTask.class, TypeMismatchException.class})
    ModelAndView unknown(HttpServletRequest request) {
        return page(
                request,
                HttpStatus.NOT_FOUND,
                "There is no such task",
                "Please check the address. A task that was just made may take a few seconds to be found.");
    }

    @ExceptionHandler(UnknownPerson.class)
    ModelAndView nobody(UnknownPerson unknown, HttpServletRequest request) {
        return page(
                request,
                HttpStatus.NOT_FOUND,
                "There is nobody of that name",
                unknown.sentence() + " Please check the name in the address.");
    }

    @ExceptionHandler(NotYourTask.class)
    ModelAndView notYours(NotYourTask notYours, HttpServletRequest request) {
        return page(request, HttpStatus.FORBIDDEN, "This task is not one of yours", notYours.why());
    }

    @ExceptionHandler(TasksAway.class)
    ModelAndView away(TasksAway away, HttpServletRequest request) {
        LOG.warn("The desk waits for the process engine: {}", String.valueOf(away.getCause()));
        return page(
                request,
                HttpStatus.SERVICE_UNAVAILABLE,
                "The process engine does not answer just now",
                "Nothing you typed is lost. If you were changing something, it may have happened or not: look at the"
                        + " task again in a moment, before you repeat it.");
    }

    @ExceptionHandler(ServletRequestBindingException.class)
    ModelAndView misfit(HttpServletRequest request) {
        return page(
                request,
                HttpStatus.BAD_REQUEST,
                "That could not be read",
                "Please go back and use the buttons of the page.");
    }

    @ExceptionHandler(RuntimeException.class)
    ModelAndView failed(RuntimeException failure, HttpServletRequest request) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        LOG.error("A page of the desk could not be shown", failure);
        return page(
                request,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something failed on our side",
                "Nothing you typed is lost: it is kept as your draft. Please try again in a moment.");
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status, String title, String whatToDo) {
        var page = new ModelAndView("desk/failure");
        page.setStatus(status);
        page.addObject("title", title);
        page.addObject("whatToDo", whatToDo);
        page.addObject("typed", request.getParameter("values"));
        return page;
    }
}
