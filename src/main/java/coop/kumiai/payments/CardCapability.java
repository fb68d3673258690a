package coop.kumiai.payments;

/**
 * What the processor can do with an amount once it is authorised, by brand.
 *
 * @param raised whether it can become more before it is captured (the processor authorises anew
 *     inside, and keeps the old authorisation where the new one is refused)
 * @param refundedInPart whether it can become less after it was captured
 */
record CardCapability(boolean raised, boolean refundedInPart) {}
