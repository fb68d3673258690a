package coop.kumiai.founding;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.EmailAddress;
import coop.kumiai.accounts.StaffAccounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.CsvFile;
import coop.kumiai.kernel.FileImport;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Opens accounts of staff, above all the first of a co-op. Each new one is told a first password,
 * once, where the import was started; who is there already keeps roles and password. Only who never
 * chose a password of their own and let the first one pass is told another.
 */
@Component
class StaffImport implements FileImport {
    private static final List<String> COLUMNS = List.of("email", "name", "role", "store");

    private final Accounts accounts;
    private final StaffAccounts staff;
    private final Stores stores;

    StaffImport(Accounts accounts, StaffAccounts staff, Stores stores) {
        this.accounts = accounts;
        this.staff = staff;
        this.stores = stores;
    }

    @Override
    public String kind() {
        return "staff";
    }

    @Override
    @Transactional
    public String take(CoopId coop, Path file, Consumer<String> progress) {
        var people = read(coop, file);
        var made = 0;
        for (var person : people.values()) {
            var known = accounts.findByEmail(coop, Account.Kind.STAFF, person.email());
            if (known.isEmpty()) {
                tell(
                        progress,
                        person,
                        staff.open(coop, person.email(), person.name(), person.roles()));
                made++;
            } else {
                staff.openAgain(coop, known.get().accountId())
                        .ifPresent(password -> tell(progress, person, password));
            }
        }
        return "職員%,d人を登録しました。すでにいる人は%,d人です。".formatted(made, people.size() - made);
    }

    private static void tell(Consumer<String> progress, Person person, String password) {
        progress.accept("%s 最初のパスワード %s".formatted(person.email(), password));
    }

    private Map<String, Person> read(CoopId coop, Path file) {
        var known = stores.all(coop).stream().map(Store::id).collect(Collectors.toSet());
        var people = new LinkedHashMap<String, Person>();
        var badLines = new ArrayList<BadLine>();
        for (var line : CsvFile.read(file, COLUMNS)) {
            var wrong =
                    line.isComplete()
                            ? add(people, line.byColumn(), known)
                            : Optional.of("列が足りません");
            wrong.ifPresent(reason -> badLines.add(new BadLine(line.number(), reason)));
        }
        if (!badLines.isEmpty()) {
            throw new ImportRefused(badLines);
        }
        return people;
    }

    /** One line more, or why it cannot be taken. */
    private static Optional<String> add(
            Map<String, Person> people, UnaryOperator<String> cell, Set<String> stores) {
        var email = EmailAddress.read(cell.apply("email"));
        var role = role(cell.apply("role"));
        if (email.isEmpty()) {
            return Optional.of("email をメールアドレスにしてください");
        }
        if (cell.apply("name").isBlank()) {
            return Optional.of("name を入れてください");
        }
        if (role.isEmpty()) {
            return Optional.of("role は picker、driver、desk、editor、manager のどれかにしてください");
        }
        if (!stores.contains(cell.apply("store"))) {
            return Optional.of("store「%s」というお店はありません".formatted(cell.apply("store")));
        }
        people.computeIfAbsent(
                        email.get().folded(),
                        same ->
                                new Person(
                                        email.get().address(),
                                        cell.apply("name"),
                                        new LinkedHashSet<>()))
                .roles()
                .add(new StaffRole(role.get(), cell.apply("store")));
        return Optional.empty();
    }

    private static Optional<StaffRole.Kind> role(String code) {
        try {
            return Optional.of(StaffRole.Kind.of(code));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private record Person(String email, String name, Set<StaffRole> roles) {}
}
