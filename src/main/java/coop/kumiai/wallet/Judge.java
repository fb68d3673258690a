package coop.kumiai.wallet;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Gives each instruction to the rule that decides it. */
record Judge(Terms terms, Supplier<UUID> ids) {

    /** The same, once this is granted. */
    Judge after(List<Transfer> transfers) {
        return new Judge(terms.after(CampaignRules.granted(transfers)), ids);
    }

    /**
     * @param facts of the wallets of the instruction, as they stand after everything judged before
     */
    Judgement judge(Instruction instruction, Function<UUID, WalletFacts> facts) {
        var own = facts.apply(instruction.walletId());
        var id = ids.get();
        return switch (instruction) {
            case Instruction.Charge it -> ChargeRules.charge(own, it, terms, id);
            case Instruction.ExpectCharge it -> ChargeRules.expect(own, it, terms, id);
            case Instruction.DropCharge it -> ChargeRules.drop(own, it, terms, id);
            case Instruction.VoidCharge it -> ChargeRules.takeBack(own, it, terms, id);
            case Instruction.Pay it -> PaymentRules.pay(own, it, terms, id);
            case Instruction.Hold it -> PaymentRules.hold(own, it, terms, id);
            case Instruction.Capture it -> PaymentRules.capture(own, it, terms, id);
            case Instruction.Release it -> PaymentRules.release(own, it, terms, id);
            case Instruction.Refund it -> RefundRules.refund(own, it, terms, id);
            case Instruction.Grant it -> PointRules.grant(own, it, terms, id);
            case Instruction.Expire it -> PointRules.expire(own, terms, id);
            case Instruction.Move it ->
                    WalletRules.move(own, facts.apply(it.to()), it, terms, List.of(id, ids.get()));
            case Instruction.Verify it ->
                    WalletRules.turn(own, PostingKind.VERIFY, it.reason(), terms, id);
            case Instruction.Suspend it ->
                    WalletRules.turn(own, PostingKind.SUSPEND, it.reason(), terms, id);
            case Instruction.Resume it ->
                    WalletRules.turn(own, PostingKind.RESUME, it.reason(), terms, id);
            case Instruction.Close it -> WalletRules.close(own, it, terms, id);
            case Instruction.Migrate it -> WalletRules.migrate(own, it, terms, id);
        };
    }
}
