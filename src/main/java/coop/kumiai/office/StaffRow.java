package coop.kumiai.office;

import coop.kumiai.accounts.StaffMember;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.stores.Store;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Somebody of staff on the manager's pages.
 *
 * @param oneself whether it is the manager who looks
 * @param whole whether the whole account is the manager's to end
 */
public record StaffRow(StaffMember member, List<Role> roles, boolean oneself, boolean whole) {
    /**
     * One role in words.
     *
     * @param written as the form sends it
     * @param takeable whether it is the manager's to take
     */
    public record Role(String written, String words, boolean takeable) {}

    static StaffRow of(
            StaffMember member,
            List<Store> stores,
            boolean oneself,
            boolean whole,
            Predicate<String> manages) {
        var several = member.roles().size() > 1;
        var roles =
                member.roles().stream()
                        .sorted(
                                Comparator.comparing(StaffRole::storeId)
                                        .thenComparing(StaffRole::kind))
                        .map(it -> role(it, stores, several && manages.test(it.storeId())))
                        .toList();
        return new StaffRow(member, roles, oneself, whole);
    }

    private static Role role(StaffRole role, List<Store> stores, boolean takeable) {
        var store =
                stores.stream()
                        .filter(it -> it.id().equals(role.storeId()))
                        .map(Store::name)
                        .findFirst()
                        .orElse(role.storeId());
        return new Role(
                role.kind().code() + "/" + role.storeId(),
                "%s（%s）".formatted(role.kind().label(), store),
                takeable);
    }

    /** All roles in one line. */
    public String roleWords() {
        return String.join("、", roles.stream().map(Role::words).toList());
    }
}
