package coop.kumiai.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Random instructions, one after the other; after every step the ledger is proved, what was refused
 * has changed nothing, and what is sent again is answered as before. A longer run: {@code
 * -Dwallet.steps=5000 -Dwallet.seeds=3,4,5}.
 */
@KumiaiTest
class RandomLedgerTests {
    private static final int STEPS = Integer.getInteger("wallet.steps", 100);
    private static final String SEEDS = System.getProperty("wallet.seeds", "1,2");
    private static final int WALLETS = 3;
    @Autowired Wallets wallets;
    @Autowired WalletChores chores;
    @Autowired WalletProofs proofs;
    @Autowired Campaigns campaigns;
    @Autowired TestCoops coops;
    @Autowired TestMembers people;
    @Autowired BusinessClock clock;

    @ParameterizedTest
    @MethodSource("seeds")
    void afterEveryStepTheLedgerAgrees(long seed) {
        var run = new Run(seed);
        for (var step = 0; step < STEPS; step++) {
            run.step("seed %d, step %d".formatted(seed, step));
        }
    }

    private static LongStream seeds() {
        return Arrays.stream(SEEDS.split(",")).mapToLong(Long::parseLong);
    }

    private final class Run {
        private final SplittableRandom random;
        private final CoopId coop = coops.fresh();
        private final List<UUID> ids = new ArrayList<>();
        private final List<Receipt> payments = new ArrayList<>();
        private final List<Receipt> charges = new ArrayList<>();
        private final List<Receipt> holds = new ArrayList<>();
        private final List<Receipt> announced = new ArrayList<>();
        private final Set<Instruction> sent = new LinkedHashSet<>();
        private final Map<String, Receipt> answered = new HashMap<>();
        private final Map<String, String> refused = new HashMap<>();
        private int keys;
        private String what = "";

        private Run(long seed) {
            random = new SplittableRandom(seed);
            var day = LocalDate.now(clock);
            coops.decide(coop, new MoveTerms(true), "", day);
            coops.decide(coop, new PointTerms(random.nextBoolean(), 20, true, 5), "", day);
            campaigns.plan(coop, campaign(day), new UUID(7, 7));
            for (var i = 0; i < WALLETS; i++) {
                ids.add(wallets.open(coop, people.applied(coop).memberId(), true).walletId());
            }
        }

        private void step(String where) {
            if (random.nextInt(12) == 0) {
                clock.forward(Duration.ofHours(random.nextInt(1, 90)));
                chores.expirePoints(coop);
                chores.releaseHolds(coop);
                chores.dropCharges(coop);
                chores.seal(coop);
            }
            var instruction = next();
            what = where + ": " + instruction;
            send(instruction);
            assertThat(proofs.run(coop).findings()).as(what).isEmpty();
        }

        private void send(Instruction instruction) {
            var isNew = sent.add(instruction);
            var before = states();
            try {
                var receipt = wallets.post(coop, instruction);
                same(receipt, answered.putIfAbsent(instruction.key(), receipt));
                if (isNew) {
                    remember(receipt);
                    return;
                }
            } catch (Refused e) {
                var sentence = e.refusals().getFirst().sentence();
                same(sentence, refused.putIfAbsent(instruction.key(), sentence));
            }
            assertThat(states()).as(what).isEqualTo(before);
        }

        private <T> void same(T now, @Nullable T first) {
            assertThat(now).as(what).isEqualTo(first == null ? now : first);
        }

        private void remember(Receipt receipt) {
            switch (receipt.kind()) {
                case PAY, CAPTURE -> payments.add(receipt);
                case CHARGE -> charges.add(receipt);
                case HOLD -> holds.add(receipt);
                case EXPECT_CHARGE -> announced.add(receipt);
                default -> {}
            }
        }

        private Map<UUID, Wallet> states() {
            var states = new HashMap<UUID, Wallet>();
            ids.forEach(it -> states.put(it, wallets.get(coop, it)));
            return states;
        }

        private Instruction next() {
            var wallet = ids.get(random.nextInt(WALLETS));
            var other = ids.get(random.nextInt(WALLETS));
            return switch (random.nextInt(17)) {
                case 0, 1, 2 -> charge(wallet, amount(20_000), Optional.empty());
                case 3, 4, 5, 6 -> new Instruction.Pay(key(), wallet, purchase(), points());
                case 7, 8 -> refund(wallet);
                case 9 -> new Instruction.Hold(key(), wallet, "shibuya", amount(5_000), points());
                case 10 -> capture(wallet);
                case 11 -> grant(wallet);
                case 12 -> new Instruction.Move(key(), wallet, other, "base", amount(3_000));
                case 13 -> turn(wallet);
                case 14 -> announce(wallet);
                case 15 -> takeBack(wallet);
                default ->
                        sent.isEmpty()
                                ? grant(wallet)
                                : List.copyOf(sent).get(random.nextInt(sent.size()));
            };
        }

        private Campaign campaign(LocalDate day) {
            var when =
                    new Campaign.When(
                            day, day.plusDays(9), Set.of(), LocalTime.of(9, 0), LocalTime.MIDNIGHT);
            return new Campaign(
                    "new-term",
                    "新学期",
                    "maker",
                    random.nextInt(100, 2_000),
                    List.of("45"),
                    List.of(),
                    when,
                    List.of(),
                    Optional.of(amount(400)),
                    Optional.of(amount(1_000)));
        }

        private Instruction refund(UUID wallet) {
            if (payments.isEmpty()) {
                return grant(wallet);
            }
            var payment = payments.get(random.nextInt(payments.size()));
            var part =
                    random.nextBoolean()
                            ? Optional.<Yen>empty()
                            : Optional.of(amount(payment.paid().amount()));
            return new Instruction.Refund(
                    key(), payment.walletId(), payment.postingId(), part, "返品");
        }

        private Instruction takeBack(UUID wallet) {
            if (charges.isEmpty()) {
                return grant(wallet);
            }
            var charge = charges.get(random.nextInt(charges.size()));
            var part =
                    random.nextBoolean()
                            ? Optional.<Yen>empty()
                            : Optional.of(amount(charge.money().amount()));
            return new Instruction.VoidCharge(
                    key(), charge.walletId(), charge.postingId(), part, "入力の誤り");
        }

        private Instruction capture(UUID wallet) {
            if (holds.isEmpty()) {
                return grant(wallet);
            }
            var hold = holds.get(random.nextInt(holds.size()));
            return random.nextInt(3) == 0
                    ? new Instruction.Release(key(), hold.walletId(), hold.postingId())
                    : new Instruction.Capture(key(), hold.walletId(), hold.postingId(), purchase());
        }

        private Instruction announce(UUID wallet) {
            if (announced.isEmpty() || random.nextBoolean()) {
                return new Instruction.ExpectCharge(
                        key(), wallet, Channel.CONVENIENCE, Yen.of(3_000));
            }
            var it = announced.get(random.nextInt(announced.size()));
            return charge(it.walletId(), Yen.of(3_000), Optional.of(it.postingId()));
        }

        private Instruction turn(UUID wallet) {
            return random.nextInt(3) == 0
                    ? new Instruction.Suspend(key(), wallet, "紛失")
                    : new Instruction.Resume(key(), wallet, "発見");
        }

        private Instruction charge(UUID wallet, Yen amount, Optional<UUID> expected) {
            var channel = expected.isPresent() ? Channel.CONVENIENCE : Channel.CASH;
            return new Instruction.Charge(key(), wallet, channel, "base", amount, expected);
        }

        private Instruction grant(UUID wallet) {
            return new Instruction.Grant(
                    key(),
                    wallet,
                    random.nextBoolean() ? "coop" : "maker",
                    amount(500),
                    Optional.empty(),
                    "来店");
        }

        private Purchase purchase() {
            var book = amount(4_000);
            var other = amount(1_000);
            return new Purchase(
                    "shibuya",
                    book.plus(other),
                    List.of(
                            new ReceiptLine("9784000000001", "本", 1, book),
                            new ReceiptLine("4512345678901", "文具", 1, other)));
        }

        private PointUse points() {
            return switch (random.nextInt(3)) {
                case 0 -> PointUse.NONE;
                case 1 -> PointUse.exactly(random.nextInt(1, 100));
                default -> PointUse.FIRST;
            };
        }

        private Yen amount(long most) {
            return Yen.of(random.nextLong(1, most + 1));
        }

        private String key() {
            return "random-" + ++keys;
        }
    }
}
