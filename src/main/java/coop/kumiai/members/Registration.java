package coop.kumiai.members;

import coop.kumiai.accounts.EmailAddress;

import java.util.Optional;

/**
 * A registration under way, opened by its mail.
 *
 * @param email proven by the mail
 * @param application what was filled in so far, waiting to be confirmed
 */
public record Registration(EmailAddress email, Place place, Optional<Application> application) {}
