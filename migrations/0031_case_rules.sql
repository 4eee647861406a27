-- Lists and figures hold what a case came to by the rules of the software that folded it. When a node starts with
-- other rules every case is marked, so that no figure mixes the judgements of two editions.

create table case_rules (
  one boolean primary key default true check (one),
  digest text not null                                           -- of src/core, by which cases are folded now
);

-- Marks in one order, as case_fold takes them. Whether these rules are others than the last.
create function cases_judged_by(rules text) returns boolean language plpgsql security definer as $$
begin
  insert into case_rules (digest) values (rules)
    on conflict (one) do update set digest = excluded.digest where case_rules.digest <> excluded.digest;
  if not found then return false; end if;
  with held as (select m.case_id from case_mark m order by m.case_id for update of m)
  update case_mark m set stale = true, revision = m.revision + 1 from held where m.case_id = held.case_id;
  return true;
end
$$;

-- A definer's function must not be led astray by its caller's search path.
do $$
begin
  execute format('alter function cases_judged_by(text) set search_path = %I, pg_temp', current_schema());
  revoke all on function cases_judged_by(text) from public;
  grant execute on function cases_judged_by(text) to fourth_pillar_app;
end
$$;
