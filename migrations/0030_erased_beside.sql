-- What was copied from an entry's body into the working state beside the record goes with the body: an erasure by law
-- leaves no copy. A trigger and not the application, so that no way to erase leaves any of it.

create function record_copies_erased() returns trigger language plpgsql security definer as $$
declare
  of_case uuid := substring(old.subject from 6)::uuid;
begin
  -- What an MDT meeting said, on its list; and its question, where that is the referral's.
  update mdt_item set recommendation = null, procedure = null, at_place = null, acts_next = null, notes = null,
      revision = revision + 1
    where case_id = of_case and entry = old.entry;
  update mdt_item set question = '', revision = revision + 1
    where case_id = of_case and question = old.body ->> 'question' and question <> '';
  -- A correction in the making begins with the words that it corrects.
  delete from case_draft where case_id = of_case and corrects = old.entry;
  return null;
end
$$;
create trigger record_copies_erased after delete on record_body for each row
  when (starts_with(old.subject, 'case:') and length(old.subject) = 41) execute function record_copies_erased();

-- A referral that is sent is in the record: of its draft only that it was sent is kept.
update referral_draft set fields = '{}', reason = null where case_id is not null;

-- What earlier erasures left.
update mdt_item set recommendation = null, procedure = null, at_place = null, acts_next = null, notes = null
  where entry is not null and not exists (select from record_body b where b.entry = mdt_item.entry);
delete from case_draft where corrects is not null
  and not exists (select from record_body b where b.entry = case_draft.corrects);

-- A definer's function must not be led astray by its caller's search path.
do $$
begin
  execute format('alter function record_copies_erased() set search_path = %I, pg_temp', current_schema());
  revoke all on function record_copies_erased() from public;
end
$$;
