package org.tandem.channel.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is said when nobody else said what failed: a problem to programs, plain words to people. */
@Controller
class Failures implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    Object failed(HttpServletRequest request) {
        var status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "";
        return path.startsWith(request.getContextPath() + "/api/") ? problem(status, path) : page(status, request);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String path) {
        var problem =
                ProblemDetail.forStatusAndDetail(status, Failure.of(status).toPrograms());
        problem.setInstance(URI.create(path));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static ModelAndView page(HttpStatus status, HttpServletRequest request) {
        var page = new ModelAndView("failure");
        page.setStatus(status);
        page.addObject("failure", Failure.of(status));
        var text = request.getParameter("text");
        page.addObject("typed", text == null ? request.getParameter("comment") : text);
        return page;
    }

    private static HttpStatus status(Object code) {
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
