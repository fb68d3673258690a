package coop.kumiai.api;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.amendments.Amendments;
import coop.kumiai.amendments.Proposal;
import coop.kumiai.amendments.ProposedLine;
import coop.kumiai.amendments.Wanted;
import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.SlotRefusal;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changing an order (注文変更): a proposal with old and new money, accepted as a whole. */
@RestController
@RequestMapping("/api/v1/{coop}/orders/{order}/proposal")
@Allow(Who.MEMBER)
class ProposalsApi {
    private static final int MOST_LINES = 500;

    private final Amendments amendments;
    private final Clock clock;

    ProposalsApi(Amendments amendments, Clock clock) {
        this.amendments = amendments;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The change of an order as it is being made up")
    ProposalJson proposal(Visit visit, @PathVariable UUID order) {
        return ProposalJson.of(amendments.view(visit.coopId(), visit.account(), order));
    }

    /** Makes the change to be this; nothing of it counts until it is accepted (N-ORD-6). */
    @PutMapping
    @Operation(summary = "Propose what an order should be")
    ProposalJson propose(
            Visit visit, @PathVariable UUID order, @Valid @RequestBody ProposeRequest asked) {
        var standing = amendments.view(visit.coopId(), visit.account(), order);
        return ProposalJson.of(
                amendments.change(visit.coopId(), visit.account(), order, asked.wanted(standing)));
    }

    @DeleteMapping
    @Operation(summary = "Give a change up")
    void discardProposal(Visit visit, @PathVariable UUID order) {
        amendments.discard(visit.coopId(), visit.account(), order);
    }

    /** 注文変更を確定. A repeat finds the order that the first call changed. */
    @PostMapping("/acceptance")
    @Operation(summary = "Accept the proposal that was shown, as a whole")
    OrderJson acceptProposal(
            Visit visit, @PathVariable UUID order, @Valid @RequestBody AcceptRequest asked) {
        return OrderJson.of(
                amendments.accept(
                        visit.coopId(), visit.account(), order, asked.id(), asked.revision()),
                clock.instant());
    }

    /**
     * @param lines every product that the order should have
     * @param day of the slot; with {@code slot} left out, the order stays in its slot
     */
    record ProposeRequest(
            @NotNull @Size(max = MOST_LINES) List<@Valid LineRequest> lines,
            Optional<LocalDate> day,
            Optional<Integer> slot,
            Optional<String> payment) {
        Wanted wanted(Proposal standing) {
            var order = standing.order();
            var goods =
                    lines.stream()
                            .collect(
                                    toMap(
                                            LineRequest::product,
                                            LineRequest::quantity,
                                            (first, second) -> second,
                                            LinkedHashMap::new));
            return new Wanted(
                    goods,
                    new SlotId(
                            order.slot().storeId(),
                            day.orElse(order.slot().day()),
                            slot.orElse(order.slot().number())),
                    payment.map(PaymentMethod::require).orElse(order.current().payment()));
        }
    }

    record LineRequest(@NotNull String jan, int quantity) {
        Jan product() {
            return Jan.read(jan).orElseThrow(() -> new NotFound("product"));
        }
    }

    /** The proposal that was shown. */
    record AcceptRequest(@NotNull UUID id, @NotNull String revision) {}

    /**
     * A change with its money before and after.
     *
     * @param lostCoupon why the order's coupon would take nothing off any more; it can be used
     *     again
     * @param problems what stands in the way of accepting it
     */
    record ProposalJson(
            UUID id,
            String revision,
            SlotJson slot,
            String payment,
            List<LineJson> lines,
            TotalsJson before,
            TotalsJson after,
            Optional<RefusalJson> lostCoupon,
            List<RefusalJson> problems) {
        static ProposalJson of(Proposal proposal) {
            return new ProposalJson(
                    proposal.draftId(),
                    proposal.revision(),
                    SlotJson.of(proposal.slot(), slotRefusal(proposal)),
                    proposal.payment().code(),
                    proposal.lines().stream().map(LineJson::of).toList(),
                    TotalsJson.of(proposal.order().current().totals()),
                    TotalsJson.of(proposal.totals()),
                    proposal.lostCoupon().map(it -> RefusalJson.of(it.why())),
                    proposal.problems().stream().map(RefusalJson::of).toList());
        }

        private static Optional<SlotRefusal> slotRefusal(Proposal proposal) {
            return proposal.problems().stream()
                    .filter(SlotRefusal.class::isInstance)
                    .map(SlotRefusal.class::cast)
                    .findFirst();
        }
    }

    /**
     * @param sold whether the store has it on the day
     */
    record LineJson(
            String jan,
            String name,
            int quantityBefore,
            int quantityAfter,
            long sumBeforeYen,
            long sumAfterYen,
            boolean sold) {
        static LineJson of(ProposedLine line) {
            return new LineJson(
                    line.jan().digits(),
                    line.name(),
                    line.quantityBefore(),
                    line.quantityAfter(),
                    line.sumBefore().amount(),
                    line.sumAfter().amount(),
                    !line.isLost());
        }
    }
}
