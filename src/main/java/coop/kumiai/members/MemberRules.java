package coop.kumiai.members;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.PostalCode;
import coop.kumiai.kernel.Refusal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may be said of a person and an address, pure. First the check, then the reading. */
final class MemberRules {
    static final int MOST_NAME = 30;
    static final int MOST_KANA = 40;
    static final int MOST_STREET = 60;
    static final int MOST_LABEL = 20;

    private MemberRules() {}

    static List<MemberRefusal> check(TypedApplication typed, ShareTerms terms, LocalDate today) {
        var refusals = new ArrayList<MemberRefusal>();
        refusals.addAll(
                checkName(typed.family(), typed.given(), typed.familyKana(), typed.givenKana()));
        refusals.addAll(checkPhone("phone", typed.phone()));
        if (BirthDate.read(typed.birthDate(), today).isEmpty()) {
            refusals.add(new MemberRefusal.NoBirthDate());
        }
        refusals.addAll(text("street", "丁目・番地", typed.street(), MOST_STREET, true));
        refusals.addAll(text("building", "建物名・部屋番号", typed.building(), MOST_STREET, false));
        refusals.addAll(checkJoining(typed, terms));
        return refusals;
    }

    /** What was typed, put right; call after {@link #check} found nothing. */
    static Application application(TypedApplication typed, LocalDate today) {
        var joining = joining(typed.joining()).orElseThrow();
        return new Application(
                name(typed.family(), typed.given(), typed.familyKana(), typed.givenKana()),
                PhoneNumber.read(typed.phone()).orElseThrow(),
                BirthDate.read(typed.birthDate(), today).orElseThrow(),
                street(typed.street()),
                JapaneseText.tidy(typed.building()),
                joining,
                joining == Joining.EXISTING
                        ? MemberCode.parse(typed.memberCode())
                        : Optional.empty());
    }

    /** What may be said by somebody who wants to join by the co-op's form (M-USE-4). */
    static List<Refusal> check(TypedJoiner typed, LocalDate today) {
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(
                checkName(typed.family(), typed.given(), typed.familyKana(), typed.givenKana()));
        refusals.addAll(checkPhone("phone", typed.phone()));
        if (BirthDate.read(typed.birthDate(), today).isEmpty()) {
            refusals.add(new MemberRefusal.NoBirthDate());
        }
        refusals.addAll(checkPlace(typed.address()));
        return refusals;
    }

    /**
     * What was typed, put right; call after {@link #check(TypedJoiner, LocalDate)} found nothing.
     */
    static Joiner joiner(TypedJoiner typed, LocalDate today) {
        var address = typed.address();
        return new Joiner(
                name(typed.family(), typed.given(), typed.familyKana(), typed.givenKana()),
                PhoneNumber.read(typed.phone()).orElseThrow(),
                BirthDate.read(typed.birthDate(), today).orElseThrow(),
                new Place(
                        PostalCode.read(address.postalCode()).orElseThrow(),
                        JapaneseText.tidy(address.prefecture()),
                        JapaneseText.tidy(address.city()),
                        JapaneseText.tidy(address.town())),
                street(address.street()),
                JapaneseText.tidy(address.building()));
    }

    static List<MemberRefusal> checkName(
            String family, String given, String familyKana, String givenKana) {
        var refusals = new ArrayList<MemberRefusal>();
        refusals.addAll(text("family", "お名前の姓", family, MOST_NAME, true));
        refusals.addAll(text("given", "お名前の名", given, MOST_NAME, true));
        refusals.addAll(kana("familyKana", "ふりがなの姓", familyKana));
        refusals.addAll(kana("givenKana", "ふりがなの名", givenKana));
        return refusals;
    }

    static List<MemberRefusal> check(TypedPerson typed) {
        var refusals = new ArrayList<MemberRefusal>();
        refusals.addAll(
                checkName(typed.family(), typed.given(), typed.familyKana(), typed.givenKana()));
        refusals.addAll(checkPhone("phone", typed.phone()));
        return refusals;
    }

    /** What was typed, put right; call after {@link #check(TypedPerson)} found nothing. */
    static Person person(TypedPerson typed) {
        return new Person(
                name(typed.family(), typed.given(), typed.familyKana(), typed.givenKana()),
                PhoneNumber.read(typed.phone()).orElseThrow());
    }

    static PersonName name(String family, String given, String familyKana, String givenKana) {
        return new PersonName(
                JapaneseText.tidy(family),
                JapaneseText.tidy(given),
                JapaneseText.kana(familyKana),
                JapaneseText.kana(givenKana));
    }

    static List<MemberRefusal> checkPhone(String field, String typed) {
        return PhoneNumber.read(typed).isPresent()
                ? List.of()
                : List.of(new MemberRefusal.NoPhoneNumber(field));
    }

    static List<Refusal> check(TypedAddress typed) {
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(text("label", "お届け先の呼び名", typed.label(), MOST_LABEL, true));
        refusals.addAll(text("recipient", "お受け取りになる方のお名前", typed.recipient(), MOST_STREET, true));
        refusals.addAll(checkPhone("phone", typed.phone()));
        refusals.addAll(checkPlace(typed));
        return refusals;
    }

    private static List<Refusal> checkPlace(TypedAddress typed) {
        var refusals = new ArrayList<Refusal>();
        if (PostalCode.read(typed.postalCode()).isEmpty()) {
            refusals.add(new AddressRefusal.NoPostalCode(PostalCode.LENGTH));
        }
        refusals.addAll(text("prefecture", "都道府県", typed.prefecture(), MOST_LABEL, true));
        refusals.addAll(text("city", "市区町村", typed.city(), MOST_STREET, true));
        refusals.addAll(text("town", "町名", typed.town(), MOST_STREET, false));
        refusals.addAll(text("street", "丁目・番地", typed.street(), MOST_STREET, true));
        refusals.addAll(text("building", "建物名・部屋番号", typed.building(), MOST_STREET, false));
        return refusals;
    }

    /** 番地 in one width with hyphens: １丁目２ー３ becomes 1丁目2-3. */
    static String street(String typed) {
        return JapaneseText.tidy(
                java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                        .replaceAll("(?<=[0-9])[ー‐‑–—−─](?=[0-9])", "-"));
    }

    static Optional<Joining> joining(String code) {
        return java.util.Arrays.stream(Joining.values())
                .filter(it -> it.code().equals(code))
                .findFirst();
    }

    private static List<MemberRefusal> checkJoining(TypedApplication typed, ShareTerms terms) {
        var offered =
                joining(typed.joining())
                        .filter(
                                it ->
                                        switch (it) {
                                            case WEB -> terms.webJoining();
                                            case IN_PERSON -> terms.inPersonJoining();
                                            case EXISTING -> true;
                                            case DESK -> false;
                                        });
        if (offered.isEmpty()) {
            return List.of(new MemberRefusal.NoJoining());
        }
        return offered.get() == Joining.EXISTING && MemberCode.parse(typed.memberCode()).isEmpty()
                ? List.of(new MemberRefusal.NoMemberCode(MemberCode.LENGTH))
                : List.of();
    }

    private static List<MemberRefusal> kana(String field, String what, String typed) {
        var refusals = text(field, what, typed, MOST_KANA, true);
        return refusals.isEmpty() && !JapaneseText.isKana(JapaneseText.kana(typed))
                ? List.of(new MemberRefusal.NotKana(field, what))
                : refusals;
    }

    private static List<MemberRefusal> text(
            String field, String what, String typed, int most, boolean required) {
        var text = JapaneseText.tidy(typed);
        if (text.isEmpty()) {
            return required ? List.of(new MemberRefusal.Missing(field, what)) : List.of();
        }
        var length = JapaneseText.length(text);
        return length > most
                ? List.of(new MemberRefusal.TooLong(field, what, most, length))
                : List.of();
    }
}
