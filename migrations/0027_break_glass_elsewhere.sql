-- Break-glass opens records elsewhere: whoever asks has most often registered the same person themselves,
-- and a record that their scope shows anyway is neither opened nor taken for the one that was sought.

create or replace function break_glass_open(by_person text, by_role text, at_organisation text, of_system text,
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
        and (scope_is_whole() or not p.organisations && scope_organisations())
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

-- Replacing it took its search path away.
do $$
begin
  execute format('alter function break_glass_open(text, text, text, text, text, date, text, integer) set search_path = %I, pg_temp',
    current_schema());
end
$$;
