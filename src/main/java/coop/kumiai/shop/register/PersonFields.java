package coop.kumiai.shop.register;

import coop.kumiai.members.Joining;
import coop.kumiai.members.MemberCode;
import coop.kumiai.members.ShareTerms;
import coop.kumiai.shop.PersonalFields;
import coop.kumiai.web.Choice;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;

import java.util.ArrayList;

/**
 * The fields of the registration's form, with what was typed and what is wrong.
 *
 * @param passwordKept whether a password was chosen before and stays if none is typed
 */
public record PersonFields(
        PersonForm form,
        FormErrors errors,
        ShareTerms shares,
        String passwordHint,
        boolean passwordKept) {

    public Field family() {
        return PersonalFields.family(form.family(), errors);
    }

    public Field given() {
        return PersonalFields.given(form.given(), errors);
    }

    public Field familyKana() {
        return PersonalFields.familyKana(form.familyKana(), errors);
    }

    public Field givenKana() {
        return PersonalFields.givenKana(form.givenKana(), errors);
    }

    public Field phone() {
        return Field.phone("phone", "電話番号")
                .hint("お届けの日につながる番号をお願いします。携帯電話でもかまいません。")
                .value(form.phone())
                .errors(errors);
    }

    public Field birthDate() {
        return PersonalFields.birthDate(form.birthDate(), errors);
    }

    public Field street() {
        return PersonalFields.text("street", "丁目・番地", form.street(), "address-line1", errors)
                .hint("番地のない所は「番地なし」と入れてください。");
    }

    public Field building() {
        return PersonalFields.text("building", "建物名・部屋番号", form.building(), "address-line2", errors)
                .optional();
    }

    public Choice joining() {
        var options = new ArrayList<Option>();
        if (shares.webJoining()) {
            options.add(
                    Option.of(
                            Joining.WEB.code(),
                            "いま、この画面で申し込む（Web加入）",
                            "出資金%sは、はじめてのお届けのときに担当者がお預かりします。".formatted(shares.least())));
        }
        if (shares.inPersonJoining()) {
            options.add(
                    Option.of(
                            Joining.IN_PERSON.code(),
                            "はじめてのお届けのときに、担当者に申し込む（対面加入）",
                            "申込書を書いていただき、出資金%sをお預かりします。".formatted(shares.least())));
        }
        options.add(
                Option.of(
                        Joining.EXISTING.code(), "もう組合員になっている", "下に組合員コードを入れてください。出資金はお預かりしません。"));
        return Choice.oneOf("joining", "組合員への加入", options)
                .hint("出資金は会費ではありません。おやめになるときにお返しします。")
                .chosen(form.joining())
                .errors(errors);
    }

    public Field memberCode() {
        return Field.digits("memberCode", "組合員コード")
                .hint(
                        "もう組合員の方だけ入れてください。加入申込書の控え、宅配の注文明細書、ポイントカードの裏面にある%d桁の数字です。ポイントカードの番号をそのまま入れることもできます。"
                                .formatted(MemberCode.LENGTH))
                .value(form.memberCode())
                .errors(errors)
                .optional();
    }

    public Field password() {
        return secret("password", "パスワード")
                .hint(passwordKept ? "先ほどお決めになったパスワードのままでよければ、何も入れないでください。" : passwordHint);
    }

    public Field again() {
        return secret("again", "パスワード（もう一度）");
    }

    private Field secret(String name, String label) {
        var field = Field.newPassword(name, label).errors(errors);
        return passwordKept ? field.optional() : field;
    }
}
