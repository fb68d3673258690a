package coop.kumiai.web;

import java.util.Optional;

/**
 * What is wrong with one field of a form: a whole sentence, with the figure and the way out.
 *
 * @param code of the refusal, empty where the page itself found it
 * @param guide where more can be read about it
 */
public record FormError(String field, String sentence, String code, Optional<Link> guide) {
    public FormError(String field, String sentence) {
        this(field, sentence, "", Optional.empty());
    }
}
