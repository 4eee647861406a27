-- A patient's own page: a personal link opens it together with the date of birth. The token is kept as a digest; after
-- the right date a visit of its own goes on for an hour, and the token is in no further address.

create table patient_link (
  id uuid primary key,
  digest bytea not null unique check (length(digest) = 32),
  case_id uuid not null references care_case (id),
  patient uuid not null references patient (id),
  organisation text not null references organisation (code),     -- that treats
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  wrong_dates int not null default 0 check (wrong_dates >= 0),   -- in a row
  opened_at timestamptz,                                         -- the last time
  leaflet uuid                                                   -- the version that was handed over with it
);
create index patient_link_by_case on patient_link (case_id, made_at desc);
create table patient_visit (
  digest bytea primary key check (length(digest) = 32),
  link uuid not null references patient_link (id),
  expires_at timestamptz not null
);
create index patient_visit_by_link on patient_visit (link);
create index patient_visit_by_end on patient_visit (expires_at);

alter table patient_link enable row level security;
create policy patient_link_own on patient_link using (
    (select scope_is_whole()) or organisation = any ((select scope_organisations())::text[]))
  with check ((select scope_is_whole()) or organisation = any ((select scope_organisations())::text[]));
alter table patient_visit enable row level security;
create policy patient_visit_own on patient_visit using (
  (select scope_is_whole()) or exists (select from patient_link l where l.id = patient_visit.link));

-- One try with a date of birth. The fifth wrong one in a row closes the link for good. What was wrong is not said: an
-- unknown token, one that is over, and a wrong date are the same answer, none.
create function patient_link_tried(shown bytea, born date, at timestamptz, most int)
  returns table (id uuid, case_id uuid, patient uuid, organisation text)
  language plpgsql security definer as $$
declare
  found patient_link;
  is_right boolean;
begin
  select * into found from patient_link l where l.digest = shown for update;
  if found.id is null or found.revoked_at is not null or found.expires_at <= at or found.wrong_dates >= most then
    return;
  end if;
  select p.birth_on = born into is_right from patient p where p.id = found.patient;
  if is_right then
    update patient_link l set wrong_dates = 0, opened_at = at where l.id = found.id;
    return query select found.id, found.case_id, found.patient, found.organisation;
  else
    update patient_link l set wrong_dates = l.wrong_dates + 1 where l.id = found.id;
  end if;
end
$$;

-- Whose visit a cookie is.
create function patient_visit_shown(shown bytea, at timestamptz)
  returns table (id uuid, case_id uuid, patient uuid, organisation text)
  language sql stable security definer as $$
  select l.id, l.case_id, l.patient, l.organisation
  from patient_visit v join patient_link l on l.id = v.link
  where v.digest = shown and v.expires_at > at and l.revoked_at is null and l.expires_at > at
$$;

do $$
declare
  each text;
begin
  foreach each in array array['patient_link_tried(bytea, date, timestamptz, int)', 'patient_visit_shown(bytea, timestamptz)'] loop
    execute format('alter function %s set search_path = %I, pg_temp', each, current_schema());
    execute format('revoke all on function %s from public', each);
    execute format('grant execute on function %s to fourth_pillar_app', each);
  end loop;
end
$$;
