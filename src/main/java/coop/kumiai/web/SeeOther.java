package coop.kumiai.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Sends the browser on after a form was taken, so that going back or reloading sends nothing twice.
 */
public final class SeeOther {
    private SeeOther() {}

    /**
     * @param path from the root of the server, as {@code Visit.path} makes it
     */
    public static View at(String path) {
        var redirect = new RedirectView(path, false, false, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }
}
