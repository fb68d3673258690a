-- Where an invitation went stands with the invitation, not in the trail.
update accounts.audit set reason = 'マイページのご案内' where action = 'member.invited';
