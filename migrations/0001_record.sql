-- The record: entries in chains, one chain a subject; their bodies apart, so that one can be erased by
-- law while every chain still verifies; and the daily seals over the heads of all chains.

-- The role that the application works as. Roles belong to the whole server, so another database may
-- have made it already, or be making it at this moment.
do $$
begin
  if not exists (select from pg_roles where rolname = 'fourth_pillar_app') then
    create role fourth_pillar_app nologin;
  end if;
exception when duplicate_object or unique_violation then
  null;
end
$$;

create table record_entry (
  id uuid primary key,                                           -- version 7
  subject text not null check (subject ~ '^(case|service|census):[^[:space:]]+$'),
  position integer not null check (position >= 1),
  kind text not null,
  version integer not null check (version >= 1),
  occurred_at timestamptz(3) not null,                           -- when it happened, as given
  recorded_at timestamptz(3) not null,                           -- when it was written, by this server's clock
  author text not null,
  role text not null,
  organisation text,
  body_digest bytea not null check (length(body_digest) = 32),   -- SHA-256 over the salt and the canonical body
  corrects uuid,                                                 -- the entry that this one replaces
  previous bytea not null check (length(previous) = 32),         -- digest of the entry before; zeros at the first
  digest bytea not null check (length(digest) = 32),
  unique (subject, position),
  check (corrects <> id)
);
create unique index record_entry_corrects on record_entry (corrects) where corrects is not null;

-- No foreign key to record_entry: both rows are written by one statement, entries are never deleted,
-- and `verify` finds a body without its entry. The key would only make each append dearer.
create table record_body (
  entry uuid primary key,
  salt bytea not null check (length(salt) = 32),
  body jsonb not null
);

create table record_seal (
  number integer primary key check (number >= 1),
  sealed_at timestamptz(3) not null,
  heads integer not null check (heads >= 0),
  previous bytea not null check (length(previous) = 32),
  digest bytea not null check (length(digest) = 32),
  key text not null,                                             -- SHA-256 of the public key, hex
  signature bytea not null                                       -- Ed25519
);

-- The heads that changed since the seal before.
create table record_seal_head (
  seal integer not null references record_seal (number) deferrable initially deferred,
  subject text not null,
  position integer not null check (position >= 1),
  digest bytea not null check (length(digest) = 32),
  primary key (subject, position)
);
create index record_seal_head_by_seal on record_seal_head (seal, subject);

create function record_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the record is only ever added to: % of % is refused', lower(tg_op), tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;
create trigger record_entry_kept before update or delete or truncate on record_entry
  for each statement execute function record_refuse();
create trigger record_body_kept before update or truncate on record_body
  for each statement execute function record_refuse();
create trigger record_seal_kept before update or delete or truncate on record_seal
  for each statement execute function record_refuse();
create trigger record_seal_head_kept before update or delete or truncate on record_seal_head
  for each statement execute function record_refuse();

-- A body goes only where a later entry of the same chain, of the kind erasure, names it. The body of
-- an erasure itself never goes: it is the reason why the other is missing.
create function record_body_erased() returns trigger language plpgsql as $$
begin
  if not exists (
    select from record_entry named
    join record_entry erasure
      on erasure.subject = named.subject and erasure.position > named.position and erasure.kind = 'erasure'
    join record_body reason on reason.entry = erasure.id
    where named.id = old.entry and named.kind <> 'erasure' and reason.body ->> 'entry' = old.entry::text
  ) then
    raise exception 'the body of entry % is not named by an erasure in its chain', old.entry
      using errcode = 'insufficient_privilege';
  end if;
  return old;
end
$$;
create trigger record_body_erased before delete on record_body
  for each row execute function record_body_erased();

-- The one way in which the application can erase: one body, under the trigger above. Answers whether
-- there was a body.
create function record_erase(erased uuid) returns boolean
  language plpgsql security definer as $$
declare
  was_there boolean;
begin
  delete from record_body where entry = erased returning true into was_there;
  return coalesce(was_there, false);
end
$$;
revoke all on function record_erase (uuid) from public;
grant execute on function record_erase (uuid) to fourth_pillar_app;
-- A definer's function must not be led astray by its caller's search path.
do $$
begin
  execute format('alter function record_erase (uuid) set search_path = %I, pg_temp', current_schema());
  execute format('alter function record_body_erased () set search_path = %I, pg_temp', current_schema());
end
$$;
