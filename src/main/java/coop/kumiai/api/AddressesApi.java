package coop.kumiai.api;

import coop.kumiai.members.Address;
import coop.kumiai.members.Addresses;
import coop.kumiai.members.Members;
import coop.kumiai.members.TypedAddress;
import coop.kumiai.web.Allow;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** The delivery addresses of the member (N-REG-3); the first one is the default (N-AREA-2). */
@RestController
@RequestMapping("/api/v1/{coop}/addresses")
@Allow(Who.MEMBER)
class AddressesApi {
    private final CallingMember calling;
    private final Members members;
    private final Addresses addresses;

    AddressesApi(CallingMember calling, Members members, Addresses addresses) {
        this.calling = calling;
        this.members = members;
        this.addresses = addresses;
    }

    @GetMapping
    @Operation(summary = "The delivery addresses; the first is the default")
    List<AddressJson> addresses(Visit visit) {
        return members.addresses(visit.coopId(), calling.of(visit).memberId()).stream()
                .map(AddressJson::of)
                .toList();
    }

    @RecentProof
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add an address")
    AddressJson addAddress(Visit visit, @Valid @RequestBody AddressRequest typed) {
        return AddressJson.of(
                addresses.add(visit.coopId(), calling.of(visit).memberId(), typed.typed()));
    }

    @RecentProof
    @PutMapping("/{address}")
    @Operation(summary = "Change an address")
    AddressJson changeAddress(
            Visit visit, @PathVariable UUID address, @Valid @RequestBody AddressRequest typed) {
        return AddressJson.of(
                addresses.change(
                        visit.coopId(), calling.of(visit).memberId(), address, typed.typed()));
    }

    @RecentProof
    @DeleteMapping("/{address}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove an address")
    void removeAddress(Visit visit, @PathVariable UUID address) {
        addresses.remove(visit.coopId(), calling.of(visit).memberId(), address);
    }

    /**
     * @param postalCode in any writing
     * @param building 建物名・部屋番号, or empty
     */
    record AddressRequest(
            @NotNull String label,
            @NotNull String recipient,
            @NotNull String phone,
            @NotNull String postalCode,
            @NotNull String prefecture,
            @NotNull String city,
            @NotNull String town,
            @NotNull String street,
            @NotNull String building) {
        TypedAddress typed() {
            return new TypedAddress(
                    label, recipient, phone, postalCode, prefecture, city, town, street, building);
        }
    }

    record AddressJson(
            UUID id,
            String label,
            String recipient,
            String phone,
            String postalCode,
            String prefecture,
            String city,
            String town,
            String street,
            String building) {
        static AddressJson of(Address address) {
            var place = address.place();
            return new AddressJson(
                    address.addressId(),
                    address.label(),
                    address.recipient(),
                    address.phone(),
                    address.postalCode(),
                    place.prefecture(),
                    place.city(),
                    place.town(),
                    address.street(),
                    address.building());
        }
    }
}
