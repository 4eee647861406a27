-- Who took what out of the registry, and who accepted the terms under which it is given. Only ever added to.

create table registry_terms (
  person text not null,
  version text not null,                                         -- of core/registry/access/terms.ts
  at timestamptz(3) not null default clock_timestamp(),
  primary key (person, version)
);

create table registry_download (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null default clock_timestamp(),
  person text not null,
  terms text not null,                                           -- the version that the person had accepted
  snapshot text not null check (snapshot ~ '^[0-9a-f]{8,64}$'),
  file text not null check (length(file) between 1 and 100),
  bytes bigint not null check (bytes >= 0),                      -- of the whole file
  from_byte bigint not null default 0                            -- where a download that was cut off went on
);
create index registry_download_by_person on registry_download (person, id desc);
create index registry_download_by_snapshot on registry_download (snapshot, id desc);

create trigger registry_download_kept before update or delete or truncate on registry_download
  for each statement execute function record_refuse();
create trigger registry_terms_kept before update or delete or truncate on registry_terms
  for each statement execute function record_refuse();
