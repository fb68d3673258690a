package coop.kumiai.members;

/**
 * 氏名 and ふりがな, as they are written to: 髙 stays 髙.
 *
 * @param familyKana in full-width katakana, as {@code givenKana}
 */
public record PersonName(String family, String given, String familyKana, String givenKana) {
    /** 氏名, the parts one space apart. */
    public String full() {
        return family + " " + given;
    }

    public String fullKana() {
        return familyKana + " " + givenKana;
    }
}
