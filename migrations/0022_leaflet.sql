-- Leaflets: the master's and each service's variant of it. What is said of a leaflet (a version written, signed off,
-- published, withdrawn) are entries of leaflet:<procedure>.<language>, of a variant with @<organisation> behind.

alter table record_entry drop constraint record_entry_subject_check,
  add constraint record_entry_subject_check
    check (subject ~ '^(case|patient|past|figure|upload|service|census|demand|report|leaflet|story|statement):[^[:space:]]+$');

-- Two roles of the nation: who writes what the public reads, and the clinician who signs it off.
alter table membership drop constraint membership_role_check, drop constraint membership_of_nation;
alter table membership add constraint membership_role_check check (role in (
    'administrator', 'census-lead', 'interviewer', 'commissioner', 'researcher', 'editor', 'clinical-reviewer',
    'io-lead', 'department-manager', 'interventional-radiologist', 'referrer', 'mdt-coordinator',
    'cancer-nurse-specialist', 'ward-nurse', 'physicist', 'caldicott-guardian')),
  add constraint membership_of_nation check (
    (role in ('administrator', 'census-lead', 'interviewer', 'commissioner', 'researcher', 'editor', 'clinical-reviewer'))
    = (organisation is null));

-- Every version that was handed in for review; it stays readable for good.
create table leaflet_version (
  entry uuid primary key,                                        -- the entry that handed it in
  procedure text not null,
  language text not null,
  organisation text references organisation (code),              -- null: the master
  version text not null,
  base text,                                                     -- of a variant: the master's version that it follows
  body text not null,                                            -- the whole leaflet, JSON
  reasons text not null,                                         -- of a variant: its clinical changes with their reasons, JSON
  state text not null check (state in ('in-review', 'published', 'replaced', 'withdrawn')),
  note text not null,
  author_id text not null,
  author text not null,                                          -- by name
  written_at timestamptz(3) not null,
  signed_id text,
  signed_name text,
  signed_role text,
  signed_at timestamptz(3),
  published_at timestamptz(3),
  withdrawn_at timestamptz(3),
  reason text,
  unique nulls not distinct (procedure, language, organisation, version),
  check ((organisation is null) = (base is null)),
  check ((signed_at is null) = (signed_name is null)),
  check ((withdrawn_at is null) = (reason is null))
);
-- One leaflet has one version in use.
create unique index leaflet_version_published on leaflet_version (procedure, language, organisation)
  nulls not distinct where state = 'published';
create index leaflet_version_of_organisation on leaflet_version (organisation, procedure) where organisation is not null;
create index leaflet_version_in_review on leaflet_version (written_at) where state = 'in-review';

-- What an editor is writing: one draft a leaflet, kept at each step, shared by those who edit it.
create table leaflet_draft (
  id uuid primary key,
  procedure text not null,
  language text not null,
  organisation text references organisation (code),
  base text,                                                     -- the version that it was begun from
  body text not null,                                            -- JSON
  reasons text not null,                                         -- JSON
  revision int not null check (revision > 0),
  saved_by_id text not null,
  saved_by text not null,
  saved_at timestamptz(3) not null,
  unique nulls not distinct (procedure, language, organisation)
);

-- What a reviewer noted to a part of a version.
create table leaflet_remark (
  entry uuid primary key,
  version uuid not null references leaflet_version (entry),
  path text,                                                     -- null: to the whole
  words text not null,
  author_id text not null,
  author text not null,
  written_at timestamptz(3) not null
);
create index leaflet_remark_of_version on leaflet_remark (version, written_at);
