package coop.kumiai.api;

import coop.kumiai.kernel.Yen;
import coop.kumiai.tills.TillReceipt;
import coop.kumiai.tills.TillRequest;
import coop.kumiai.tills.TillSales;
import coop.kumiai.wallet.PointUse;
import coop.kumiai.wallet.ReceiptLine;
import coop.kumiai.web.Allow;
import coop.kumiai.web.SignedInTill;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 電子マネー at the till (U-WAL-1, U-WAL-2). Every request carries a key that the till has made and kept
 * before sending; the same request again is answered as before, also when the answer was no.
 */
@RestController
@RequestMapping("/api/v1/{coop}/till")
@Allow(Who.TILL)
class TillSalesApi {
    /** Says that the answer is that of an earlier call with the same key. */
    private static final String HIT = "Idempotency-Hit";

    private static final String KEY = "Idempotency-Key";

    /** More than any till shows; an amount beyond it is a mistake of a program. */
    private static final long MOST = 99_999_999;

    private final TillSales sales;

    TillSalesApi(TillSales sales) {
        this.sales = sales;
    }

    @PostMapping("/charges")
    @Operation(summary = "Cash has come in: charge the e-money of the member who shows this code")
    ResponseEntity<TillReceiptJson> chargeCash(
            Visit visit,
            SignedInTill till,
            @RequestHeader(KEY) String key,
            @Valid @RequestBody ChargeRequest asked) {
        return answer(
                sales.charge(
                        visit.coopId(), from(till, key), asked.code(), Yen.of(asked.amount())));
    }

    @PostMapping("/payments")
    @Operation(summary = "Pay by the one-time code of a member; points are used first")
    ResponseEntity<TillReceiptJson> payByCode(
            Visit visit,
            SignedInTill till,
            @RequestHeader(KEY) String key,
            @Valid @RequestBody PayRequest asked) {
        return answer(
                sales.pay(
                        visit.coopId(),
                        from(till, key),
                        asked.code(),
                        Yen.of(asked.amount()),
                        LineRequest.lines(asked.lines()),
                        points(asked.points())));
    }

    @PostMapping("/card-charges")
    @Operation(summary = "Cash has come in: charge the e-money that this IC card draws on")
    ResponseEntity<TillReceiptJson> chargeCashByCard(
            Visit visit,
            SignedInTill till,
            @RequestHeader(KEY) String key,
            @Valid @RequestBody CardChargeRequest asked) {
        return answer(
                sales.chargeByCard(
                        visit.coopId(), from(till, key), asked.idm(), Yen.of(asked.amount())));
    }

    @PostMapping("/card-payments")
    @Operation(summary = "Pay by IC card, within the card's own limits; points are used first")
    ResponseEntity<TillReceiptJson> payByCard(
            Visit visit,
            SignedInTill till,
            @RequestHeader(KEY) String key,
            @Valid @RequestBody CardPayRequest asked) {
        return answer(
                sales.payByCard(
                        visit.coopId(),
                        from(till, key),
                        asked.idm(),
                        Yen.of(asked.amount()),
                        LineRequest.lines(asked.lines()),
                        points(asked.points())));
    }

    @PostMapping("/refunds")
    @Operation(
            summary =
                    "Give a payment of the same store back, in part or, without an amount, all that"
                            + " is left of it")
    ResponseEntity<TillReceiptJson> refund(
            Visit visit,
            SignedInTill till,
            @RequestHeader(KEY) String key,
            @Valid @RequestBody RefundRequest asked) {
        return answer(
                sales.refund(
                        visit.coopId(),
                        from(till, key),
                        asked.transaction(),
                        asked.amount().map(Yen::of),
                        asked.reason()));
    }

    @PostMapping("/voids")
    @Operation(
            summary =
                    "Take a cash charge of the same till and day back, in part or, without an"
                            + " amount, all of it: as much as has not been spent")
    ResponseEntity<TillReceiptJson> voidCharge(
            Visit visit,
            SignedInTill till,
            @RequestHeader(KEY) String key,
            @Valid @RequestBody RefundRequest asked) {
        return answer(
                sales.takeBack(
                        visit.coopId(),
                        from(till, key),
                        asked.transaction(),
                        asked.amount().map(Yen::of),
                        asked.reason()));
    }

    @GetMapping("/transactions/{key}")
    @Operation(
            summary =
                    "What came of the request with this key; 404 when nothing has happened and it"
                            + " may be sent again")
    TillReceiptJson transaction(Visit visit, SignedInTill till, @PathVariable String key) {
        return TillReceiptJson.of(sales.find(visit.coopId(), till.tillId(), key));
    }

    private static TillRequest from(SignedInTill till, String key) {
        return new TillRequest(till.tillId(), till.storeId(), key);
    }

    private static PointUse points(Optional<Long> most) {
        return most.map(PointUse::exactly).orElse(PointUse.FIRST);
    }

    private static ResponseEntity<TillReceiptJson> answer(TillReceipt receipt) {
        var answer =
                receipt.repeated()
                        ? ResponseEntity.ok().header(HIT, "true")
                        : ResponseEntity.status(HttpStatus.CREATED);
        return answer.body(TillReceiptJson.of(receipt));
    }

    /**
     * @param code as the scanner has read it
     */
    record ChargeRequest(@NotNull String code, @Min(1) @Max(MOST) long amount) {
        /** A code is never printed. */
        @Override
        public String toString() {
            return "ChargeRequest";
        }
    }

    /**
     * @param code as the scanner has read it
     * @param amount tax included
     * @param lines in sum the amount; without lines all counts as other goods
     * @param points how many to use; without, as many as there are
     */
    record PayRequest(
            @NotNull String code,
            @Min(1) @Max(MOST) long amount,
            Optional<@Size(max = 500) List<@Valid LineRequest>> lines,
            Optional<@Min(0) @Max(MOST) Long> points) {
        /** A code is never printed. */
        @Override
        public String toString() {
            return "PayRequest";
        }
    }

    /**
     * @param idm of the chip: 16 hexadecimal digits
     */
    record CardChargeRequest(@NotNull String idm, @Min(1) @Max(MOST) long amount) {
        /** What a chip says is never printed. */
        @Override
        public String toString() {
            return "CardChargeRequest";
        }
    }

    /**
     * @param idm of the chip: 16 hexadecimal digits
     * @param amount tax included
     * @param lines in sum the amount; without lines all counts as other goods
     * @param points how many to use; without, as many as there are
     */
    record CardPayRequest(
            @NotNull String idm,
            @Min(1) @Max(MOST) long amount,
            Optional<@Size(max = 500) List<@Valid LineRequest>> lines,
            Optional<@Min(0) @Max(MOST) Long> points) {
        /** What a chip says is never printed. */
        @Override
        public String toString() {
            return "CardPayRequest";
        }
    }

    /**
     * @param jan 13 digits, or empty for goods without a code
     * @param amount of all of them, tax included
     */
    record LineRequest(
            @NotNull @Size(max = 20) String jan,
            @NotNull @Size(max = 100) String name,
            int quantity,
            @Min(-MOST) @Max(MOST) long amount) {
        static List<ReceiptLine> lines(Optional<List<LineRequest>> lines) {
            return lines.orElse(List.of()).stream().map(LineRequest::line).toList();
        }

        ReceiptLine line() {
            return new ReceiptLine(jan, name, quantity, Yen.of(amount));
        }
    }

    /**
     * @param transaction of the payment, or of the charge
     * @param amount without: all that is left of it
     */
    record RefundRequest(
            @NotNull UUID transaction,
            Optional<@Min(1) @Max(MOST) Long> amount,
            @NotBlank @Size(max = 100) String reason) {}
}
