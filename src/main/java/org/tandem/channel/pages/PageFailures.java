package org.tandem.channel.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.channel.Company;
import org.tandem.inquiry.Busy;
import org.tandem.inquiry.InvalidToken;
import org.tandem.inquiry.UnknownInquiry;

/** When a page cannot be shown, says why in plain words and gives back what the customer typed. */
@ControllerAdvice(basePackageClasses = PageFailures.class)
class PageFailures {

    private static final Logger LOG = LoggerFactory.getLogger(PageFailures.class);

    private final Company company;

    PageFailures(Company company) {
        this.company = company;
    }

    @ModelAttribute("company")
    String company() {
        return company.company();
    }

    @ExceptionHandler(InvalidToken.class)
    ModelAndView wrongLink(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"inquiry\"");
        return page(HttpStatus.UNAUTHORIZED, request);
    }

    @ExceptionHandler(UnknownInquiry.class)
    ModelAndView unknown(HttpServletRequest request) {
        return page(HttpStatus.NOT_FOUND, request);
    }

    /** A link that is none is converted nowhere; anything else that does not fit came from no form of ours. */
    @ExceptionHandler({TypeMismatchException.class, ServletRequestBindingException.class})
    ModelAndView misfit(Exception misfit, HttpServletRequest request, HttpServletResponse response) {
        return misfit instanceof TypeMismatchException mismatch && CustomerLink.class.equals(mismatch.getRequiredType())
                ? wrongLink(request, response)
                : page(HttpStatus.BAD_REQUEST, request);
    }

    @ExceptionHandler(Busy.class)
    ModelAndView busy(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(Busy.SECONDS));
        return page(HttpStatus.SERVICE_UNAVAILABLE, request);
    }

    @ExceptionHandler(RuntimeException.class)
    ModelAndView failed(RuntimeException failure, HttpServletRequest request) {
        LOG.error("A page could not be shown", failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    private ModelAndView page(HttpStatus status, HttpServletRequest request) {
        var page = Failures.page(status, request);
        page.addObject("company", company.company());
        return page;
    }
}
