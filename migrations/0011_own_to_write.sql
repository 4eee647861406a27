-- Break-glass shows a patient and writes nothing: a scope for writing leaves out whom it opened, and no
-- policy of writing takes such a patient for one's own. Else a case opened for them would make them one's
-- own for ever. Nor may a case or an identity be moved to where its writer sees nothing.

drop function scope_open(text, text[], boolean, boolean);
create function scope_open(person text, organisations text[], whole boolean, for_transaction boolean, own_only boolean)
  returns text[] language plpgsql security definer as $$
declare
  was text[] := array[
    coalesce(current_setting('fourth_pillar.whole', true), ''), coalesce(current_setting('fourth_pillar.person', true), ''),
    coalesce(current_setting('fourth_pillar.organisations', true), ''), coalesce(current_setting('fourth_pillar.opened', true), '')];
  opened uuid[];
begin
  if scope_open.person <> '' and not own_only then
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

-- Whether a patient is one of the scope's own; not one whom break-glass alone shows. Definer's, for a policy
-- of a table cannot ask the same table.
create function patient_own(asked uuid) returns boolean language sql stable security definer as $$
  select exists (select from patient p where p.id = asked and p.organisations && scope_organisations())
$$;

do $$
declare
  each text;
begin
  foreach each in array array['scope_open(text, text[], boolean, boolean, boolean)', 'patient_own(uuid)'] loop
    execute format('alter function %s set search_path = %I, pg_temp', each, current_schema());
    execute format('revoke all on function %s from public', each);
    execute format('grant execute on function %s to fourth_pillar_app', each);
  end loop;
end
$$;

alter policy care_case_opened on care_case with check ((select scope_is_whole())
  or organisations && (select scope_organisations()) and patient_own(patient) and patient_own(opened_for));
alter policy patient_registered on patient with check ((select scope_is_whole())
  or registered_at = any ((select scope_organisations())::text[]) and merged_into is null);
alter policy patient_changed on patient with check (organisations && (select scope_organisations())
  and (merged_into is null or patient_own(merged_into)));
alter policy patient_word_written on patient_word with check ((select scope_is_whole()) or patient_own(patient));
alter policy patient_identifier_written on patient_identifier with check (
  (select scope_is_whole()) or patient_own(patient));
alter policy referral_draft_own on referral_draft with check ((select scope_is_whole())
  or person = (select scope_person()) and patient_own(patient));
