package coop.kumiai.notifications;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.output.StringOutput;

import org.jspecify.annotations.Nullable;

/**
 * Takes the output of a template as plain text: in a mail nothing is markup, nothing is escaped.
 */
final class PlainText extends StringOutput implements HtmlTemplateOutput {
    @Override
    public void setContext(@Nullable String tag, @Nullable String attribute) {
        // only an output of HTML has to know where it is
    }
}
