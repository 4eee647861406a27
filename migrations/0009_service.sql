-- What lies beside the records of services: who is asked to take patients by a referral pathway, and the
-- files that entries show.

-- One row a referral pathway, by the id of its first statement: which record to read for what `asked of
-- us` means. What it says is in the record only.
create table referral_pathway (
  pathway uuid primary key,
  from_organisation text not null references organisation (code),
  to_organisation text not null references organisation (code)
);
create index referral_pathway_by_recipient on referral_pathway (to_organisation);
create index referral_pathway_by_sender on referral_pathway (from_organisation);

-- The bytes of a `document` entry, whose digest is in the chain.
create table service_file (
  entry uuid primary key,
  organisation text not null references organisation (code),
  digest bytea not null check (length(digest) = 32),
  bytes bytea not null check (sha256(bytes) = digest)
);
create trigger service_file_kept before update or truncate on service_file
  for each statement execute function record_refuse();
