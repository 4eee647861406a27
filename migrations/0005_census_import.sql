-- A file of answers held elsewhere, as it was read: kept here between its upload, its dry run and its
-- import, so that what is imported is what the dry run showed. It goes when its time is over.
create table census_import (
  id uuid primary key,
  edition text not null references census_edition (id),
  person text not null,                                          -- who sent it; nobody else may import it
  file_name text not null,
  columns jsonb not null,                                        -- headings, in order
  rows jsonb not null,                                           -- [{line, cells}]
  note text,                                                     -- what had to be assumed to read it
  mapping jsonb not null,                                        -- a use for each column
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  imported_at timestamptz,
  imported integer                                               -- how many answers
);
create index census_import_by_expiry on census_import (expires_at);

-- A form that was sent is done once, however often its button is pressed: each page gives its form a key.
create table census_once (
  key uuid primary key,
  person text not null,
  done_at timestamptz not null default clock_timestamp()
);
create index census_once_by_age on census_once (done_at);
