-- PostgreSQL reads each check of a table anew for every statement that writes to it, which made these
-- the dearest part of an append. Positions, versions and lengths of digests are what the one statement
-- of `append` makes them, and `verify` names the first entry of which that is not so.
alter table record_entry
  drop constraint record_entry_position_check,
  drop constraint record_entry_version_check,
  drop constraint record_entry_body_digest_check,
  drop constraint record_entry_previous_check,
  drop constraint record_entry_digest_check;
alter table record_body drop constraint record_body_salt_check;
