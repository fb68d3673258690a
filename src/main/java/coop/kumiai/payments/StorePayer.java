package coop.kumiai.payments;

/** Who brings the money, as the register of the store shows it. */
public record StorePayer(String name, String kana, String phone) {}
