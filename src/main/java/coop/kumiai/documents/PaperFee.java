package coop.kumiai.documents;

import coop.kumiai.kernel.Yen;

/**
 * A fee on a paper, such as 配達手数料.
 *
 * @param amount tax included
 */
public record PaperFee(String wording, Yen amount, PaperRate rate) {}
