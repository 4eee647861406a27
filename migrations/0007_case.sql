-- Patients and cases. What was said of them is in the record (case:<id>, patient:<id>); the tables here
-- are its projections and the working state around it. All of it is under row-level security: a
-- connection sees nothing of a case or a patient until a scope is set (src/store/scope.ts), and then
-- the cases and patients of the scope's organisations, and those opened by break-glass.

alter table record_entry drop constraint record_entry_subject_check,
  add constraint record_entry_subject_check check (subject ~ '^(case|patient|service|census):[^[:space:]]+$');

-- Roles at an organisation beside the two that there were.
alter table membership drop constraint membership_role_check, drop constraint membership_check;
alter table membership add constraint membership_role_check check (role in (
    'administrator', 'census-lead', 'interviewer', 'commissioner', 'researcher',
    'io-lead', 'department-manager', 'interventional-radiologist', 'referrer', 'mdt-coordinator',
    'cancer-nurse-specialist', 'ward-nurse', 'physicist', 'caldicott-guardian')),
  add constraint membership_of_nation check (
    (role in ('administrator', 'census-lead', 'interviewer', 'commissioner', 'researcher')) = (organisation is null));

-- The scope of a connection is four settings; the whole is a scope of every organisation, so that a policy
-- need not ask for it beside, and an index can answer it. `current_setting` is stable, so that a policy that reads
-- one inside `(select ...)` does so once a statement, not once a row.
create function scope_is_whole() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('fourth_pillar.whole', true), '') = 'on' $$;
create function scope_person() returns text language sql stable parallel safe as
  $$ select coalesce(current_setting('fourth_pillar.person', true), '') $$;
create function scope_organisations() returns text[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('fourth_pillar.organisations', true), ''), '{}')::text[] $$;
create function scope_opened() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('fourth_pillar.opened', true), ''), '{}')::uuid[] $$;

create table patient (
  id uuid primary key,
  given_name text not null,
  family_name text not null,
  given_key text collate "C" not null,                           -- lower case, no accents: what they are sorted by
  family_key text collate "C" not null,
  birth_on date not null,
  sex text not null check (sex in ('female', 'male', 'indeterminate', 'unknown')),
  postcode text,
  gp_practice text,
  died_on date,
  registered_at text not null references organisation (code),
  -- Who may see the identity: those that registered it (or one merged into it), and those of its cases.
  organisations text[] not null,
  merged_into uuid references patient (id),
  position integer not null default 0,                           -- of the record's head, as folded
  changed_at timestamptz not null default clock_timestamp(),
  check (merged_into <> id)
);
create index patient_by_organisation on patient using gin (organisations);
create index patient_by_birth on patient (birth_on);                 -- is this the same person?
create index patient_merged on patient (merged_into) where merged_into is not null;

-- Each word of a name, without case and accents: found by its beginning.
create table patient_word (
  word text collate "C" not null,
  patient uuid not null references patient (id),
  primary key (word, patient)
);
create index patient_word_by_patient on patient_word (patient);

create table patient_identifier (
  patient uuid not null references patient (id),
  system text not null check (system in ('nhs', 'chi', 'hcn', 'local')),
  value text collate "C" not null,
  registered_at text not null references organisation (code),    -- the patient's own
  primary key (patient, system, value)
);
-- Two people who register one number at one organisation at once: one of them is told.
create unique index patient_identifier_once on patient_identifier (registered_at, system, value);
create index patient_identifier_by_value on patient_identifier (value, system);

create table care_case (
  id uuid primary key,
  patient uuid not null references patient (id),                 -- whose it is, after merges
  opened_for uuid not null references patient (id),              -- whose it was when it was opened
  treating text not null references organisation (code),
  referring text,                                                -- as the referral says
  organisations text[] not null,                                 -- that take part: treat, refer, were referred to
  -- What the record comes to; null until it says so.
  stage text not null default 'referral' check (stage in (
    'referral', 'planning', 'preparation', 'procedure', 'recovery', 'follow-up', 'closed')),
  procedure text,
  intent text,
  urgency text,
  tumour_site text,
  opened_at timestamptz not null,
  referred_at timestamptz,
  treated_at timestamptz,                                        -- last treated
  closed_at timestamptz,
  position integer not null default 0,                           -- of the last entry that was folded
  revision bigint not null default 0,                            -- counts what was written to it
  stale boolean not null default true,                           -- written to since it was folded
  refold_at timestamptz,                                         -- when time alone changes a finding
  check (treating = any (organisations))
);
create index care_case_by_stage on care_case (treating, stage, referred_at);  -- lists and counts of a service
create index care_case_by_referrer on care_case (referring, stage) where referring is not null;
create index care_case_by_organisation on care_case using gin (organisations);
create index care_case_by_patient on care_case (patient);
create index care_case_by_opened_for on care_case (opened_for);
create index care_case_stale on care_case (id) where stale;
create index care_case_refold on care_case (refold_at) where refold_at is not null;

-- What waits to be done, on whose list.
create table case_due (
  case_id uuid not null references care_case (id),
  key text not null,
  list text not null,
  organisation text not null,
  opens_at timestamptz not null,
  due_at timestamptz,
  detail jsonb not null default '{}',
  primary key (case_id, key)
);
create index case_due_by_list on case_due (organisation, list, due_at, opens_at);

create table case_finding (
  case_id uuid not null references care_case (id),
  clause text not null,
  about text not null default '',
  organisation text not null,
  verdict text not null,
  late boolean not null default false,
  lapses_at timestamptz,
  month text check (month ~ '^\d{4}-\d{2}$'),                     -- that it counts in; null while that is to come
  reason text not null,
  entries uuid[] not null                                        -- that it rests on
);
create index case_finding_by_case on case_finding (case_id);     -- a case's are replaced together
create index case_finding_by_clause on case_finding (organisation, clause, month, verdict);

-- Every look at an identifiable patient. Only ever added to.
create table case_look (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null default clock_timestamp(),
  person text not null,
  organisation text,                                             -- of the one who looked
  patient uuid not null,
  case_id uuid,
  page text not null,                                            -- which kind of page, never its address
  organisations text[] not null                                  -- whose patient or case it was then
);
create index case_look_by_patient on case_look (patient, id desc);
create index case_look_by_person on case_look (person, id desc);
create index case_look_by_organisation on case_look using gin (organisations);

-- A patient elsewhere, opened by exact identifier and birth date, with a reason, for a while.
create table break_glass (
  id uuid primary key,
  person text not null,
  role text not null,
  organisation text not null references organisation (code),
  patient uuid references patient (id),                          -- null: nobody was found
  reason text not null,
  at timestamptz(3) not null default clock_timestamp(),
  until timestamptz not null,
  organisations text[] not null                                  -- whose patient it was then, and the person's
);
create index break_glass_by_person on break_glass (person, until);
create index break_glass_by_organisation on break_glass using gin (organisations);

-- A form in the making: the id is the entry's that it becomes.
create table case_draft (
  id uuid primary key,
  case_id uuid not null references care_case (id),
  kind text not null,
  corrects uuid,
  person text not null,
  fields jsonb not null,
  seen integer not null,                                         -- the head's position when the form was opened
  saved_at timestamptz not null default clock_timestamp()
);
create index case_draft_by_person on case_draft (person, case_id);

-- What someone often records: nothing of a patient is in it, yet it is theirs alone.
create table case_favourite (
  id uuid primary key,
  person text not null,
  kind text not null,
  procedure text not null default '',
  name text not null,
  fields jsonb not null,
  made_at timestamptz not null default clock_timestamp(),
  unique (person, kind, procedure, name)
);

create table attachment_bytes (
  case_id uuid not null references care_case (id),
  digest bytea not null check (length(digest) = 32),             -- SHA-256 of the bytes
  type text not null,
  bytes bytea not null check (length(bytes) between 1 and 20000000),
  kept_at timestamptz not null default clock_timestamp(),
  primary key (case_id, digest)
);
alter table attachment_bytes alter column bytes set storage external;  -- compressed already

-- A body of a case or a patient says whose it is, so that no other body has to be asked.
alter table record_body add column subject text;

-- Mail that tells a Caldicott guardian, without saying of whom.
alter table mail_message drop constraint mail_message_purpose_check;
alter table mail_message add constraint mail_message_purpose_check check (purpose in (
  'invitation', 'reminder', 'follow-up', 'message', 'receipt', 'sign-in', 'break-glass'));

create trigger case_look_kept before update or delete or truncate on case_look
  for each statement execute function record_refuse();
create trigger break_glass_kept before update or delete or truncate on break_glass
  for each statement execute function record_refuse();

-- Everyone whose identity is, after merges, this one's; and who that is. Loops rather than recursion: most
-- patients were never merged, and then each is one look at one index, whatever the planner knows.
create function patient_group(survivor uuid) returns setof uuid language plpgsql stable rows 1 as $$
declare
  everyone uuid[] := array[survivor];
  merged uuid[] := everyone;
begin
  loop
    merged := array(select p.id from patient p where p.merged_into = any (merged));
    exit when cardinality(merged) = 0;
    everyone := everyone || merged;
  end loop;
  return query select unnest(everyone);
end
$$;
create function patient_survivor(given uuid) returns uuid language plpgsql stable as $$
declare
  this uuid;
  next uuid := given;
begin
  loop
    select p.id, p.merged_into into this, next from patient p where p.id = next;
    if this is null or next is null then return this; end if;
  end loop;
end
$$;

-- Who may see an identity: computed anew for all records of the one person.
create function patient_reach(changed uuid) returns void language plpgsql security definer as $$
declare
  everyone uuid[] := array(select patient_group(patient_survivor(changed)));
  codes text[];
begin
  select array_agg(distinct code order by code) into codes from (
    select registered_at as code from patient p where p.id = any (everyone)
    union all
    select unnest(c.organisations) from care_case c where c.patient = any (everyone)
  ) as each;
  update patient set organisations = codes where id = any (everyone) and organisations is distinct from codes;
end
$$;
create function care_case_begin() returns trigger language plpgsql as $$
begin
  new.opened_for := coalesce(new.opened_for, new.patient);
  return new;
end
$$;
create trigger care_case_begins before insert on care_case for each row execute function care_case_begin();
create function care_case_reach() returns trigger language plpgsql security definer as $$
begin
  perform patient_reach(new.patient);
  return null;
end
$$;
create trigger care_case_opened after insert on care_case for each row execute function care_case_reach();
create trigger care_case_reaches after update of organisations on care_case
  for each row when (old.organisations is distinct from new.organisations) execute function care_case_reach();
-- Cases follow the surviving patient, and come back when a merge is undone, whoever may see them.
create function patient_merged() returns trigger language plpgsql security definer as $$
begin
  update care_case set patient = patient_survivor(opened_for)
    where opened_for = any (array(select patient_group(new.id))) and patient <> patient_survivor(opened_for);
  perform patient_reach(new.id);
  if old.merged_into is not null then perform patient_reach(old.merged_into); end if;
  return null;
end
$$;
create trigger patient_merges after update of merged_into on patient
  for each row when (old.merged_into is distinct from new.merged_into)
  execute function patient_merged();

-- Sets the scope of the connection, or of the transaction only; answers what it was.
create function scope_open(person text, organisations text[], whole boolean, for_transaction boolean)
  returns text[] language plpgsql security definer as $$
declare
  was text[] := array[
    coalesce(current_setting('fourth_pillar.whole', true), ''), coalesce(current_setting('fourth_pillar.person', true), ''),
    coalesce(current_setting('fourth_pillar.organisations', true), ''), coalesce(current_setting('fourth_pillar.opened', true), '')];
  opened uuid[];
begin
  if scope_open.person <> '' and exists (
    select from break_glass b where b.person = scope_open.person and b.until > clock_timestamp()
  ) then
    select array_agg(distinct everyone.id) into opened from break_glass b
      cross join lateral patient_group(patient_survivor(b.patient)) as everyone (id)
      where b.person = scope_open.person and b.until > clock_timestamp() and b.patient is not null;
  end if;
  perform set_config('fourth_pillar.whole', case when whole then 'on' else '' end, for_transaction),
    set_config('fourth_pillar.person', scope_open.person, for_transaction),
    set_config('fourth_pillar.organisations', case when whole
      then (select coalesce(array_agg(code), '{}') from organisation) else scope_open.organisations end::text, for_transaction),
    set_config('fourth_pillar.opened', coalesce(opened::text, ''), for_transaction);
  return was;
end
$$;
create function scope_restore(was text[], for_transaction boolean) returns void language sql as $$
  select set_config('fourth_pillar.whole', was[1], for_transaction), set_config('fourth_pillar.person', was[2], for_transaction),
    set_config('fourth_pillar.organisations', was[3], for_transaction), set_config('fourth_pillar.opened', was[4], for_transaction)
$$;

-- Whether the scope shows a case or a patient. Only what the record's own policies ask for subjects of
-- theirs; definer's, so that one look at the index is all that it takes.
create function record_shown(subject text, to_write boolean) returns boolean
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
  end if;
  return false;
end
$$;

-- The entries of some cases or patients with their bodies: asks once a subject, not once an entry.
create function record_entries_shown(subjects text[], after integer) returns table (
    id uuid, subject text, "position" integer, kind text, version integer, occurred_at timestamptz(3),
    recorded_at timestamptz(3), author text, role text, organisation text, body_digest bytea, corrects uuid,
    previous bytea, digest bytea, body jsonb)
  language plpgsql stable security definer rows 500 as $$
#variable_conflict use_column
begin
  return query
    select e.id, e.subject, e.position, e.kind, e.version, e.occurred_at, e.recorded_at, e.author, e.role,
      e.organisation, e.body_digest, e.corrects, e.previous, e.digest, b.body
    from (select s from unnest(subjects) as s where record_shown(s, false)) as asked
    join record_entry e on e.subject = asked.s and e.position > after
    left join record_body b on b.entry = e.id
    order by e.subject, e.position;
end
$$;

-- Writes what cases were folded into: one call for many. A case that the scope does not show, or that
-- was written to since it was read, is left as it is. Answers how many were written.
create function case_fold(folded jsonb) returns integer language plpgsql security definer as $$
declare
  done uuid[];
begin
  with given as (
    select * from jsonb_to_recordset(folded) as g (id uuid, revision bigint, position integer, stage text,
      procedure text, intent text, urgency text, tumour_site text, referring text, organisations text[],
      referred_at timestamptz, treated_at timestamptz, closed_at timestamptz, refold_at timestamptz)
  ), held as (
    select c.id from care_case c join given g on g.id = c.id and g.revision = c.revision
    where scope_is_whole() or c.organisations && scope_organisations() or c.patient = any (scope_opened())
    order by c.id for update of c
  ), written as (
    update care_case c set stage = g.stage, procedure = g.procedure, intent = g.intent, urgency = g.urgency,
      tumour_site = g.tumour_site, referring = g.referring, organisations = g.organisations,
      referred_at = g.referred_at, treated_at = g.treated_at, closed_at = g.closed_at,
      refold_at = g.refold_at, position = g.position, stale = false
    from given g join held h on h.id = g.id where c.id = g.id and c.revision = g.revision
    returning c.id
  ) select array_agg(id) into done from written;
  if done is null then return 0; end if;
  delete from case_due d where d.case_id = any (done);
  delete from case_finding f where f.case_id = any (done);
  insert into case_due (case_id, key, list, organisation, opens_at, due_at, detail)
    select g.id, d.key, d.list, d.organisation, d.opens_at, d.due_at, coalesce(d.detail, '{}')
    from jsonb_to_recordset(folded) as g (id uuid, due jsonb)
    cross join lateral jsonb_to_recordset(g.due) as d (key text, list text, organisation text,
      opens_at timestamptz, due_at timestamptz, detail jsonb)
    where g.id = any (done);
  insert into case_finding (case_id, clause, about, organisation, verdict, late, lapses_at, month, reason, entries)
    select g.id, f.clause, f.about, f.organisation, f.verdict, f.late, f.lapses_at, f.month, f.reason, f.entries
    from jsonb_to_recordset(folded) as g (id uuid, findings jsonb)
    cross join lateral jsonb_to_recordset(g.findings) as f (clause text, about text, organisation text,
      verdict text, late boolean, lapses_at timestamptz, month text, reason text, entries uuid[])
    where g.id = any (done);
  return cardinality(done);
end
$$;

-- What a service or its meetings say changes what its cases are judged by: they are to be folded anew.
-- Whoever may say that need not see the cases.
create function case_stale(of_organisation text) returns void language sql security definer as $$
  update care_case set stale = true, revision = revision + 1 where treating = of_organisation
$$;

-- Whom the scope shows of those with a word that begins so; merged ones as whom they were merged into.
create function patients_named(beginning text) returns setof uuid language sql stable security definer rows 200 as $$
  select distinct case when p.merged_into is null then p.id else patient_survivor(p.id) end
  from patient_word w join patient p on p.id = w.patient
  where w.word >= beginning and w.word < beginning || chr(1114111)
    and (p.organisations && (select scope_organisations()) or p.id = any ((select scope_opened())::uuid[]))
$$;

-- Break-glass: finds by exact identifier and birth date among all patients, and opens whom it finds.
-- The same row is kept, with nobody in it, where there is nobody.
create function break_glass_open(by_person text, by_role text, at_organisation text, of_system text,
    of_value text, born_on date, why text, hours integer)
  returns table (id uuid, patient uuid, organisations text[]) language plpgsql security definer as $$
#variable_conflict use_column
begin
  return query
    with found as (
      select distinct p.id, p.organisations from patient_identifier i
      join patient p on p.id = patient_survivor(i.patient)
      where i.system = of_system and i.value = of_value and p.birth_on = born_on
        and (of_system <> 'local' or i.registered_at = at_organisation)
    ), to_keep as (
      select f.id as patient, f.organisations from found f
      union all select null, '{}' where not exists (select from found)
    )
    insert into break_glass (id, person, role, organisation, patient, reason, until, organisations)
    select gen_random_uuid(), by_person, by_role, at_organisation, k.patient, why,
      clock_timestamp() + make_interval(hours => hours),
      (select array_agg(distinct code order by code) from unnest(k.organisations || at_organisation) as code)
    from to_keep k
    returning id, patient, organisations;
end
$$;

-- A definer's function must not be led astray by its caller's search path.
do $$
declare
  each text;
begin
  foreach each in array array['patient_group(uuid)', 'patient_survivor(uuid)', 'patient_reach(uuid)', 'care_case_reach()',
    'patient_merged()', 'scope_open(text, text[], boolean, boolean)', 'record_shown(text, boolean)',
    'record_entries_shown(text[], integer)', 'case_fold(jsonb)', 'case_stale(text)', 'patients_named(text)',
    'break_glass_open(text, text, text, text, text, date, text, integer)'] loop
    execute format('alter function %s set search_path = %I, pg_temp', each, current_schema());
    execute format('revoke all on function %s from public', each);
    execute format('grant execute on function %s to fourth_pillar_app', each);
  end loop;
end
$$;

-- The policies. What a statement asks itself (`treating = any (...)`) is what an index answers; a policy
-- compares a column with a setting that was read once.
alter table record_entry enable row level security;
create policy record_entry_shown on record_entry for select using (
  not starts_with(subject, 'case:') and not starts_with(subject, 'patient:') or record_shown(subject, false));
create policy record_entry_written on record_entry for insert with check (
  not starts_with(subject, 'case:') and not starts_with(subject, 'patient:') or record_shown(subject, true));
alter table record_body enable row level security;
create policy record_body_shown on record_body for select using (subject is null or record_shown(subject, false));
create policy record_body_written on record_body for insert with check (
  subject is null or record_shown(subject, true));
alter table record_seal_head enable row level security;
create policy record_seal_head_shown on record_seal_head for select using (
  not starts_with(subject, 'case:') and not starts_with(subject, 'patient:') or (select scope_is_whole()));
create policy record_seal_head_written on record_seal_head for insert with check ((select scope_is_whole()));

alter table patient enable row level security;
create policy patient_shown on patient for select using (
  organisations && (select scope_organisations()) or id = any ((select scope_opened())::uuid[]));
create policy patient_registered on patient for insert with check ((select scope_is_whole())
  or registered_at = any ((select scope_organisations())::text[]));
create policy patient_changed on patient for update using (organisations && (select scope_organisations()));
alter table patient_word enable row level security;
create policy patient_word_shown on patient_word for select using (
  exists (select from patient p where p.id = patient_word.patient));
create policy patient_word_written on patient_word for insert with check (
  exists (select from patient p where p.id = patient_word.patient));
create policy patient_word_dropped on patient_word for delete using (
  exists (select from patient p where p.id = patient_word.patient and ((select scope_is_whole())
    or p.organisations && (select scope_organisations()))));
alter table patient_identifier enable row level security;
create policy patient_identifier_shown on patient_identifier for select using (
  exists (select from patient p where p.id = patient_identifier.patient));
create policy patient_identifier_written on patient_identifier for insert with check (
  exists (select from patient p where p.id = patient_identifier.patient));
create policy patient_identifier_dropped on patient_identifier for delete using (
  exists (select from patient p where p.id = patient_identifier.patient and ((select scope_is_whole())
    or p.organisations && (select scope_organisations()))));

alter table care_case enable row level security;
create policy care_case_shown on care_case for select using (
  organisations && (select scope_organisations()) or patient = any ((select scope_opened())::uuid[]));
create policy care_case_opened on care_case for insert with check ((select scope_is_whole())
  or organisations && (select scope_organisations()) and exists (select from patient p where p.id = care_case.patient));
create policy care_case_changed on care_case for update using (organisations && (select scope_organisations()));

alter table case_due enable row level security;
create policy case_due_shown on case_due for select using ((select scope_is_whole())
  or organisation = any ((select scope_organisations())::text[]));
alter table case_finding enable row level security;
create policy case_finding_shown on case_finding for select using ((select scope_is_whole())
  or organisation = any ((select scope_organisations())::text[]));

alter table case_look enable row level security;
create policy case_look_shown on case_look for select using (organisations && (select scope_organisations()));
create policy case_look_written on case_look for insert with check ((select scope_is_whole())
  or person = (select scope_person()));
alter table break_glass enable row level security;
create policy break_glass_shown on break_glass for select using ((select scope_is_whole())
  or organisations && (select scope_organisations()) or person = (select scope_person()));

alter table case_draft enable row level security;
create policy case_draft_own on case_draft using ((select scope_is_whole()) or person = (select scope_person()))
  with check ((select scope_is_whole()) or person = (select scope_person())
    and exists (select from care_case c where c.id = case_draft.case_id));
alter table case_favourite enable row level security;
create policy case_favourite_own on case_favourite
  using ((select scope_is_whole()) or person = (select scope_person()));
alter table attachment_bytes enable row level security;
create policy attachment_bytes_shown on attachment_bytes for select using (
  exists (select from care_case c where c.id = attachment_bytes.case_id));
create policy attachment_bytes_written on attachment_bytes for insert with check ((select scope_is_whole())
  or exists (select from care_case c where c.id = attachment_bytes.case_id
    and c.organisations && (select scope_organisations())));
