package coop.kumiai.api;

import coop.kumiai.kernel.Yen;
import coop.kumiai.tills.ShownCode;
import coop.kumiai.tills.TillCodes;
import coop.kumiai.tills.TillRequest;
import coop.kumiai.web.Allow;
import coop.kumiai.web.SignedInTill;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * 取引コード: the till shows a QR code, the member confirms on a phone, the till looks until it is paid.
 */
@RestController
@RequestMapping("/api/v1/{coop}/till/codes")
@Allow(Who.TILL)
class TillCodesApi {
    private static final long MOST = 99_999_999;
    private final TillCodes codes;
    private final String publicUrl;

    TillCodesApi(TillCodes codes, @Value("${kumiai.public-url}") String publicUrl) {
        this.codes = codes;
        this.publicUrl = publicUrl;
    }

    @PostMapping
    @Operation(
            summary = "Make a code for an amount; its address goes into the QR code that is shown")
    ResponseEntity<CodeJson> showCode(
            Visit visit,
            SignedInTill till,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody CodeRequest asked) {
        var request = new TillRequest(till.tillId(), till.storeId(), key);
        var shown =
                codes.show(
                        visit.coopId(),
                        request,
                        Yen.of(asked.amount()),
                        TillSalesApi.LineRequest.lines(asked.lines()));
        return ResponseEntity.status(shown.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(json(visit, shown));
    }

    @GetMapping("/{key}")
    @Operation(summary = "How far the code of the request with this key has come")
    CodeJson lookAtCode(Visit visit, SignedInTill till, @PathVariable String key) {
        return json(visit, codes.look(visit.coopId(), till.tillId(), key));
    }

    @DeleteMapping("/{key}")
    @Operation(
            summary =
                    "Withdraw a code; when the member was faster it is paid, and the answer says"
                            + " so")
    CodeJson withdrawCode(Visit visit, SignedInTill till, @PathVariable String key) {
        return json(visit, codes.drop(visit.coopId(), till.tillId(), key));
    }

    private CodeJson json(Visit visit, ShownCode it) {
        return new CodeJson(
                it.code(),
                publicUrl + visit.path("pay?code=" + it.code()),
                it.amount().amount(),
                it.state(),
                Jst.of(it.expiresAt()),
                it.receipt().map(TillReceiptJson::of));
    }

    /**
     * @param amount tax included
     * @param lines in sum the amount; without lines all counts as other goods
     */
    record CodeRequest(
            @Min(1) @Max(MOST) long amount,
            Optional<@Size(max = 500) List<TillSalesApi.@Valid LineRequest>> lines) {}

    /**
     * @param code for a member who cannot read the QR code
     * @param address what the QR code says
     * @param state {@code open}, {@code paid}, {@code refused}, {@code dropped} or {@code expired}
     * @param receipt once it is paid
     */
    record CodeJson(
            String code,
            String address,
            long amount,
            String state,
            OffsetDateTime expiresAt,
            Optional<TillReceiptJson> receipt) {
        /** A code is never printed. */
        @Override
        public String toString() {
            return "CodeJson[" + state + "]";
        }
    }
}
