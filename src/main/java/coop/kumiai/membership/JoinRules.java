package coop.kumiai.membership;

import coop.kumiai.accounts.EmailAddress;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.members.ShareLimits;
import coop.kumiai.members.ShareTerms;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What may stand in the join form beside the person, pure. */
final class JoinRules {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private JoinRules() {}

    static List<MembershipRefusal> check(
            TypedJoinForm typed, JoinFormTerms form, ShareTerms shares, ShareLimits limits) {
        var refusals = new ArrayList<MembershipRefusal>();
        if (!form.open()) {
            refusals.add(new MembershipRefusal.NoForm());
        }
        if (EmailAddress.read(typed.email()).isEmpty()) {
            refusals.add(new MembershipRefusal.NoEmail());
        }
        if (form.asksWorkplace() && JapaneseText.tidy(typed.workplace()).isEmpty()) {
            refusals.add(new MembershipRefusal.NoWorkplace());
        }
        var units = units(typed.units());
        if (units.isEmpty()
                || units.getAsInt() < shares.leastUnits()
                || units.getAsInt() > limits.mostUnits()) {
            refusals.add(
                    new MembershipRefusal.UnitsOutside(shares.leastUnits(), limits.mostUnits()));
        }
        return refusals;
    }

    static OptionalInt units(String typed) {
        var digits = JapaneseText.digits(typed);
        return NUMBER.matcher(digits).matches()
                ? OptionalInt.of(Integer.parseInt(digits))
                : OptionalInt.empty();
    }
}
