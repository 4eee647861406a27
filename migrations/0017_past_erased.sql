-- Where the body of a past treatment is erased by law, what stands of it beside the record goes with it: the
-- patient's number, whom it was linked to, and the digest of the body, by which a number could be guessed. A
-- trigger and not the application, so that no way to erase leaves any of it.

create function past_treatment_erase() returns trigger language plpgsql security definer as $$
begin
  update past_treatment set patient = null, system = null, value = null, digest = decode(repeat('00', 32), 'hex')
    where id = substr(old.subject, 6)::uuid and entry = old.entry;
  return null;
end
$$;
create trigger record_body_past_erased after delete on record_body for each row
  when (starts_with(old.subject, 'past:')) execute function past_treatment_erase();

-- A definer's function must not be led astray by its caller's search path.
do $$
begin
  execute format('alter function past_treatment_erase() set search_path = %I, pg_temp', current_schema());
  revoke all on function past_treatment_erase() from public;
end
$$;
