-- A patient's link asks for the date of birth of whoever the case is of now: records that are found to be of one person
-- are merged, often just because the one that the link was made for has the wrong date.

create or replace function patient_link_tried(shown bytea, born date, at timestamptz, most int)
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
  select p.birth_on = born into is_right
    from care_case c join patient p on p.id = c.patient where c.id = found.case_id;
  if is_right then
    update patient_link l set wrong_dates = 0, opened_at = at where l.id = found.id;
    return query select found.id, found.case_id, found.patient, found.organisation;
  else
    update patient_link l set wrong_dates = l.wrong_dates + 1 where l.id = found.id;
  end if;
end
$$;
-- Replacing a function takes its settings away.
do $$
begin
  execute format('alter function patient_link_tried(bytea, date, timestamptz, int) set search_path = %I, pg_temp', current_schema());
end
$$;
