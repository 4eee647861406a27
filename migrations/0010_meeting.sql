-- MDT meetings: teams, their meetings, and the list of each. What a meeting says of a case is an entry of
-- the case (mdt-discussion); the tables here are how a meeting is prepared and held.

create table mdt_team (
  id uuid primary key,
  organisation text not null references organisation (code),
  name text not null check (length(name) between 2 and 80),
  tumour_sites text[] not null,                                  -- whose cases it discusses
  weekday smallint check (weekday between 1 and 7),              -- 1: Monday; null: by single dates only
  at_time time not null default '08:00',                         -- clock time in the United Kingdom
  every_weeks smallint not null default 1 check (every_weeks between 1 and 12),
  minutes smallint not null default 60 check (minutes between 10 and 600),
  cut_off_hours smallint not null default 24 check (cut_off_hours between 0 and 336),
  place text,
  ended_at timestamptz,
  changed_at timestamptz not null default clock_timestamp()
);
create unique index mdt_team_named on mdt_team (organisation, lower(name)) where ended_at is null;

create table mdt_member (
  id uuid primary key,
  team uuid not null references mdt_team (id),
  organisation text not null,
  name text not null,
  person text,                                                   -- who can sign in, by id
  role text not null,                                            -- core/meeting/team.ts
  core boolean not null
);
create unique index mdt_member_once on mdt_member (team, lower(name));

create table mdt_meeting (
  id uuid primary key,
  team uuid not null references mdt_team (id),
  organisation text not null,
  at timestamptz not null,
  minutes smallint not null,
  cut_off_at timestamptz not null,
  place text,
  state text not null default 'planned' check (state in ('planned', 'under-way', 'held', 'cancelled')),
  case_shown uuid,                                               -- the item that everybody looks at
  revision bigint not null default 0,                            -- counts what changed: open pages look at it
  unique (team, at)
);
create index mdt_meeting_by_time on mdt_meeting (organisation, at);

create table mdt_attendance (
  meeting uuid not null references mdt_meeting (id),
  organisation text not null,
  name text not null,
  role text not null,
  core boolean not null,
  present boolean not null,
  primary key (meeting, name)
);

create table mdt_item (
  id uuid primary key,
  meeting uuid not null references mdt_meeting (id),
  organisation text not null,
  case_id uuid not null references care_case (id),
  place integer not null,                                        -- its order in the list
  because text not null check (because in ('to-discuss', 'owed', 'carried-over', 'added')),
  state text not null default 'waiting' check (state in ('waiting', 'discussed', 'carried-over', 'removed')),
  question text not null default '',
  images text not null default '',                               -- where they are
  recommendation text,
  procedure text,
  at_place text,                                                 -- where it will be done
  acts_next text,
  notes text,
  entry uuid,                                                    -- the mdt-discussion that it became
  revision integer not null default 0,
  changed_by text,
  added_late boolean not null default false                      -- after the cut-off
);
create unique index mdt_item_once on mdt_item (meeting, case_id) where state <> 'removed';
create index mdt_item_by_case on mdt_item (case_id);

-- Who has a meeting's page open.
create table mdt_presence (
  meeting uuid not null references mdt_meeting (id),
  organisation text not null,
  person text not null,
  name text not null,
  seen_at timestamptz not null default clock_timestamp(),
  primary key (meeting, person)
);

do $$
declare
  each text;
begin
  foreach each in array array['mdt_team', 'mdt_member', 'mdt_meeting', 'mdt_attendance', 'mdt_item', 'mdt_presence'] loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy %I on %I using ((select scope_is_whole()) or organisation = any ((select scope_organisations())::text[]))
      with check ((select scope_is_whole()) or organisation = any ((select scope_organisations())::text[]))', each || '_own', each);
  end loop;
end
$$;
