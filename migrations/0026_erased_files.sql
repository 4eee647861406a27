-- The bytes of a file go with the body that names them: an erasure leaves no copy of what it erased. The bytes of
-- a case's file are kept by what is in them, so they stay while another entry of the case still names them.

create function record_files_erased() returns trigger language plpgsql security definer as $$
begin
  delete from service_file where entry = old.entry;
  if old.subject like 'case:%' and old.body ->> 'digest' ~ '^[0-9a-f]{64}$' then
    delete from attachment_bytes
    where case_id = substring(old.subject from 6)::uuid and digest = decode(old.body ->> 'digest', 'hex')
      and not exists (
        select from record_entry other join record_body names on names.entry = other.id
        where other.subject = old.subject and other.kind = 'attachment'
          and names.body ->> 'digest' = old.body ->> 'digest');
  end if;
  return null;
end
$$;
do $$
begin
  execute format('alter function record_files_erased () set search_path = %I, pg_temp', current_schema());
end
$$;
create trigger record_files_erased after delete on record_body
  for each row execute function record_files_erased();

-- What earlier erasures left.
delete from service_file where not exists (select from record_body where entry = service_file.entry);
delete from attachment_bytes kept where not exists (
  select from record_entry e join record_body names on names.entry = e.id
  where e.subject = 'case:' || kept.case_id and e.kind = 'attachment'
    and names.body ->> 'digest' = encode(kept.digest, 'hex'));
