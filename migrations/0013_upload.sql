-- Past treatments, which services upload: each has a record of its own (past:<id>), seen by the
-- organisation that uploaded it. Around them uploads between their arrival and their being kept, the keys of
-- the interface for programs; and personal links by which patients give feedback.

alter table record_entry drop constraint record_entry_subject_check,
  add constraint record_entry_subject_check
    check (subject ~ '^(case|patient|past|figure|upload|service|census):[^[:space:]]+$');

-- What stands of a past treatment, and whose it is. Written before its first entry: the record's policies ask here.
create table past_treatment (
  id uuid primary key,
  organisation text not null references organisation (code),
  local_key text collate "C" not null,                           -- the organisation's own key of the treatment
  patient uuid references patient (id),                          -- registered at the organisation under the same number
  system text check (system in ('nhs', 'chi', 'hcn', 'local')),
  value text collate "C",
  procedure text not null,
  treated_on date not null,
  entry uuid not null,                                           -- that stands
  digest bytea not null,                                         -- SHA-256 of its body: the same row again is nothing new
  withdrawn_at timestamptz,
  upload uuid not null,                                          -- that said so last
  unique (organisation, local_key)
);
create index past_treatment_by_number on past_treatment (value, system) where value is not null;
create index past_treatment_by_patient on past_treatment (patient) where patient is not null;
create index past_treatment_by_day on past_treatment (organisation, treated_on, id);

-- What an organisation sent, by a file or by a program, and what came of it: the upload log.
create table upload (
  id uuid primary key,
  organisation text not null references organisation (code),
  person text,                                                   -- who sent it
  key uuid,                                                      -- or which key
  file_name text,
  state text not null check (state in (
    'receiving', 'received', 'checking', 'checked', 'keeping', 'kept', 'refused', 'dropped', 'failed')),
  encoding text not null default 'utf8' check (encoding in ('utf8', 'windows-1252', 'utf16le', 'utf16be')),
  bytes bigint not null default 0,
  columns jsonb not null default '[]',                           -- headings, in order
  mapping jsonb not null default '[]',
  note text,                                                     -- what had to be assumed to read it
  rows_read integer not null default 0,
  rows_done integer not null default 0,                          -- kept so far
  rows_new integer not null default 0,
  rows_changed integer not null default 0,
  rows_same integer not null default 0,
  rows_refused integer not null default 0,
  problems integer not null default 0,
  failure text,                                                  -- why it went no further, in words
  once text,                                                     -- the program's Idempotency-Key
  request bytea,                                                 -- SHA-256 of what came with it
  began_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),        -- a sign of life while it is worked on
  kept_at timestamptz,
  check ((person is null) <> (key is null))
);
create index upload_by_age on upload (organisation, began_at desc, id);
create unique index upload_once on upload (key, once) where once is not null;

-- The bytes of a file, in order. They go when the upload is kept, dropped, or a day old.
create table upload_piece (
  upload uuid not null references upload (id) on delete cascade,
  organisation text not null,
  number integer not null,
  bytes bytea not null,
  primary key (upload, number)
);
alter table upload_piece alter column bytes set storage external;

-- Rows as they were checked: what is kept is what the dry run showed.
create table upload_row (
  upload uuid not null,
  organisation text not null,
  line integer not null,
  local_key text collate "C" not null,
  digest bytea not null,
  body text not null,                                            -- canonical JSON
  primary key (upload, line)
);

-- Without the value where that could identify somebody: the log is kept for good.
create table upload_problem (
  upload uuid not null references upload (id) on delete cascade,
  organisation text not null,
  number integer not null,
  line integer not null,
  field text,                                                    -- the column's heading; null: the whole row
  value text,
  words text not null,
  primary key (upload, number)
);

-- Which column of an organisation's file holds what.
create table upload_mapping (
  organisation text primary key references organisation (code),
  columns jsonb not null,
  mapping jsonb not null,
  person text not null,
  changed_at timestamptz not null default clock_timestamp()
);

-- A program's key: shown once, kept as its digest.
create table upload_key (
  id uuid primary key,
  organisation text not null references organisation (code),
  name text not null check (length(name) between 2 and 80),
  beginning text not null,                                       -- its first letters, to tell it by
  digest bytea not null unique check (length(digest) = 32),
  made_by text not null,
  made_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  last_used_at timestamptz,
  window_began timestamptz,                                      -- requests are counted by the minute
  window_count integer not null default 0
);
create index upload_key_by_organisation on upload_key (organisation, made_at desc);

-- A patient's link to say how it was: one treatment of one case. Its tokens are kept as digests.
create table feedback_link (
  id uuid primary key,
  case_id uuid not null references care_case (id),
  organisation text not null references organisation (code),     -- that treated
  treatment uuid not null,                                       -- the entry's first statement
  symptoms text[] not null,                                      -- that are asked about, from 0 to 10
  made_by text not null,
  made_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  mail_to text,                                                  -- until the mail is posted
  opened_at timestamptz,
  ended_at timestamptz,
  ended text check (ended in ('given', 'declined')),
  check ((ended is null) = (ended_at is null))
);
create index feedback_link_by_case on feedback_link (case_id, made_at desc);
-- One that opens at a time.
create unique index feedback_link_once on feedback_link (case_id, treatment)
  where revoked_at is null and ended_at is null;
create table feedback_token (
  digest bytea primary key check (length(digest) = 32),
  link uuid not null references feedback_link (id)
);
create index feedback_token_by_link on feedback_token (link);

-- Mail to a patient; who it goes to stands with the link, where only the case's own see it.
alter table mail_message drop constraint mail_message_purpose_check;
alter table mail_message add constraint mail_message_purpose_check check (purpose in (
  'invitation', 'reminder', 'follow-up', 'message', 'receipt', 'sign-in', 'break-glass', 'referral-answered', 'feedback'));

do $$
declare
  each text;
begin
  foreach each in array array['past_treatment', 'upload', 'upload_piece', 'upload_row', 'upload_problem',
    'upload_mapping', 'upload_key', 'feedback_link'] loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy %I on %I using ((select scope_is_whole()) or organisation = any ((select scope_organisations())::text[]))
      with check ((select scope_is_whole()) or organisation = any ((select scope_organisations())::text[]))', each || '_own', each);
  end loop;
end
$$;
alter table feedback_token enable row level security;
create policy feedback_token_own on feedback_token using (
  (select scope_is_whole()) or exists (select from feedback_link l where l.id = feedback_token.link));

-- Whether the scope shows the subject of an entry; of a past treatment, whether its organisation is in it.
create or replace function record_shown(subject text, to_write boolean) returns boolean
  language plpgsql stable security definer as $$
begin
  if scope_is_whole() then return true; end if;
  -- By length, not by pattern: it is asked for every entry. What else has this length is no uuid, and fails.
  if starts_with(subject, 'case:') and length(subject) = 41 then
    return exists (select from care_case c where c.id = substr(subject, 6)::uuid
      and (c.organisations && scope_organisations() or (not to_write and c.patient = any (scope_opened()))));
  elsif starts_with(subject, 'patient:') and length(subject) = 44 then
    return exists (select from patient p where p.id = substr(subject, 9)::uuid
      and (p.organisations && scope_organisations() or (not to_write and p.id = any (scope_opened()))));
  elsif starts_with(subject, 'past:') and length(subject) = 41 then
    return exists (select from past_treatment t where t.id = substr(subject, 6)::uuid
      and t.organisation = any (scope_organisations()));
  end if;
  return false;
end
$$;
alter policy record_entry_shown on record_entry using (
  not starts_with(subject, 'case:') and not starts_with(subject, 'patient:') and not starts_with(subject, 'past:')
  or record_shown(subject, false));
alter policy record_entry_written on record_entry with check (
  not starts_with(subject, 'case:') and not starts_with(subject, 'patient:') and not starts_with(subject, 'past:')
  or record_shown(subject, true));
alter policy record_seal_head_shown on record_seal_head using (
  not starts_with(subject, 'case:') and not starts_with(subject, 'patient:') and not starts_with(subject, 'past:')
  or (select scope_is_whole()));

-- Whose key a program shows, whatever the scope; counts the request. Nothing for a key that nobody has.
create function upload_key_shown(shown bytea, at timestamptz) returns table (
    id uuid, organisation text, name text, expires_at timestamptz, revoked_at timestamptz, requests integer)
  language sql security definer as $$
  update upload_key k set last_used_at = at,
    window_began = case when k.window_began > at - interval '1 minute' then k.window_began else at end,
    window_count = case when k.window_began > at - interval '1 minute' then k.window_count + 1 else 1 end
  where k.digest = shown
  returning k.id, k.organisation, k.name, k.expires_at, k.revoked_at, k.window_count
$$;

-- What a patient's token opens, whatever the scope. Nothing of the patient.
create function feedback_shown(shown bytea) returns table (
    id uuid, case_id uuid, organisation text, treatment uuid, symptoms text[], expires_at timestamptz,
    revoked_at timestamptz, opened_at timestamptz, ended_at timestamptz, ended text)
  language sql stable security definer as $$
  select l.id, l.case_id, l.organisation, l.treatment, l.symptoms, l.expires_at, l.revoked_at, l.opened_at,
    l.ended_at, l.ended
  from feedback_token t join feedback_link l on l.id = t.link where t.digest = shown
$$;

-- A definer's function must not be led astray by its caller's search path.
do $$
declare
  each text;
begin
  foreach each in array array['record_shown(text, boolean)', 'upload_key_shown(bytea, timestamptz)',
    'feedback_shown(bytea)'] loop
    execute format('alter function %s set search_path = %I, pg_temp', each, current_schema());
    execute format('revoke all on function %s from public', each);
    execute format('grant execute on function %s to fourth_pillar_app', each);
  end loop;
end
$$;
