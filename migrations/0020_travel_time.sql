-- Travel times by car that an engine measured or a file gave: one row for each service, with all small areas in it,
-- because they are read together or not at all. The estimate is never kept: it is made when it is needed.

create table travel_time (
  basis text not null check (basis in ('osrm', 'valhalla', 'file')),
  organisation text not null references organisation (code),
  latitude double precision not null,                            -- where it was measured from: a service that moved is measured again
  longitude double precision not null,
  areas text not null,                                           -- digest of the small areas, in the order of `minutes`
  minutes bytea not null,                                        -- float32, little-endian, one an area; NaN: not asked; Infinity: no way by road
  measured_at timestamptz(3) not null default clock_timestamp(),
  primary key (basis, organisation)
);

-- Progress of `npm run travel`: one row a run; the latest is shown.
create table travel_run (
  id bigint generated always as identity primary key,
  engine text not null check (engine in ('osrm', 'valhalla')),
  sites integer not null,
  done integer not null default 0,
  state text not null default 'running' check (state in ('running', 'done', 'broken')),
  told text,                                                     -- what is in the way, in plain words
  started_at timestamptz(3) not null default clock_timestamp(),
  seen_at timestamptz(3) not null default clock_timestamp(),     -- a sign of life
  ended_at timestamptz(3),
  check ((state = 'running') = (ended_at is null))
);

-- The file whose times are in use: a new one takes the place of the one before.
create table travel_file (
  id bigint generated always as identity primary key,
  name text not null,
  pairs integer not null,
  sites integer not null,
  uploaded_by text not null,
  uploaded_name text not null,
  uploaded_at timestamptz(3) not null default clock_timestamp(),
  removed_at timestamptz(3),
  removed_name text,
  check ((removed_at is null) = (removed_name is null))
);
create unique index travel_file_in_use on travel_file ((true)) where removed_at is null;
