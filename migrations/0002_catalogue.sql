-- The directory of organisations: NHS trusts, health boards and HSC trusts, by ODS code.
create table organisation (
  code text primary key check (code ~ '^[A-Z0-9]{2,12}$'),
  name text not null,
  nation text not null check (nation in ('England', 'Scotland', 'Wales', 'Northern Ireland')),
  region text not null,
  latitude double precision not null check (latitude between 49 and 61),
  longitude double precision not null check (longitude between -9 and 2.5),
  main_site text not null,
  opened_on date,
  closed_on date,
  -- After a merger: the organisation that carries on this one's services.
  successor text references organisation (code),
  fictional boolean not null default false,
  source text not null,
  check (successor is null or successor <> code),
  check (closed_on is null or opened_on is null or closed_on >= opened_on)
);
create index organisation_by_nation on organisation (nation, name);
create index organisation_by_successor on organisation (successor) where successor is not null;
