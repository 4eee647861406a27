-- Snapshots of the registry: which there are. Their files stand in the data folder; what was signed stands
-- here too, so that a folder that was swapped is noticed. And who opted out, by keyed digest, never by number.

create table registry_snapshot (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),             -- of the manifest's digest, the first 16
  as_of date not null,
  release text not null check (release in ('full', 'coarse')),
  taken_at timestamptz(3) not null default clock_timestamp(),
  code text not null,                                            -- version and commit that took it
  treatments integer not null check (treatments >= 0),
  patients integer not null check (patients >= 0),
  manifest text not null,                                        -- byte for byte, as signed
  -- Up to where the record had come: a later entry of a case, a patient or a past treatment asks for another.
  last_entry_at timestamptz(3)
);
create index registry_snapshot_latest on registry_snapshot (release, taken_at desc);

create trigger registry_snapshot_kept before update or delete or truncate on registry_snapshot
  for each statement execute function record_refuse();

-- The national opt-out list as it was last imported.
create table registry_opt_out (
  digest bytea primary key check (length(digest) = 32)           -- HMAC-SHA256 of system and number
);

-- Each import replaces the list; that it happened is kept.
create table registry_opt_out_list (
  id integer generated always as identity primary key,
  imported_at timestamptz(3) not null default clock_timestamp(),
  numbers integer not null check (numbers >= 0)
);
create trigger registry_opt_out_list_kept before update or delete or truncate on registry_opt_out_list
  for each statement execute function record_refuse();
