-- Tables of scores that belong to an instrument's owner. None is shipped: whoever runs the node loads one under a licence
-- of their own (npm run import -- scores). One stands for each instrument; those before it are kept.

create table score_table (
  id uuid primary key,
  instrument text not null,
  licence text not null check (licence <> ''),  -- the reference under which it was loaded
  file text not null,                           -- its name, without a folder
  digest bytea not null check (length(digest) = 32),
  scales jsonb not null,
  loaded_at timestamptz not null,
  replaced_at timestamptz
);
create unique index score_table_standing on score_table (instrument) where replaced_at is null;
