-- What changes with each entry of a case stands apart from what the case is: an update of a narrow row costs
-- a third of one of care_case, whose eleven indexes it rewrote whenever a case became stale.

create table case_mark (
  case_id uuid primary key references care_case (id),
  position integer not null default 0,                           -- of the last entry that was folded
  revision bigint not null default 1,                            -- counts what was written to the case
  stale boolean not null default true                            -- written to since it was folded
) with (fillfactor = 50);                                        -- the next version fits on the same page
insert into case_mark (case_id, position, revision, stale) select id, position, revision, stale from care_case;
create index case_mark_stale on case_mark (case_id) where stale;
-- The index where `stale` goes with the column.
alter table care_case drop column position, drop column revision, drop column stale;

-- There is no case without its mark, however it comes to be.
create function case_mark_begin() returns trigger language plpgsql security definer as $$
begin
  insert into case_mark (case_id) values (new.id);
  return null;
end
$$;
create trigger care_case_begun after insert on care_case for each row execute function case_mark_begin();

-- Nor an entry of a case that does not mark it: whoever may write the entry has been asked already, and the
-- application itself changes no mark.
create function case_mark_stale() returns trigger language plpgsql security definer as $$
begin
  update case_mark set stale = true, revision = revision + 1 where case_id = substr(new.subject, 6)::uuid;
  return new;
end
$$;
create trigger record_entry_marks before insert on record_entry for each row
  when (starts_with(new.subject, 'case:') and length(new.subject) = 41) execute function case_mark_stale();

alter table case_mark enable row level security;
create policy case_mark_shown on case_mark for select using (
  exists (select from care_case c where c.id = case_mark.case_id));

-- Writes what cases were folded into: one call for many. A case that the scope does not show, or that was
-- written to since it was read, is left as it is; the row of one that comes to the same is not written.
-- Whoever writes into a case marks it first and changes its row after; so here. Answers how many were folded.
create or replace function case_fold(folded jsonb) returns integer language plpgsql security definer as $$
declare
  done uuid[];
begin
  with given as (
    select * from jsonb_to_recordset(folded) as g (id uuid, revision bigint, position integer)
  ), held as (
    select m.case_id, g.position from given g
    join case_mark m on m.case_id = g.id and m.revision = g.revision
    join care_case c on c.id = g.id
    where scope_is_whole() or c.organisations && scope_organisations() or c.patient = any (scope_opened())
    order by m.case_id for update of m
  ), unmarked as (
    update case_mark m set stale = false, position = held.position from held where m.case_id = held.case_id
    returning m.case_id
  ) select array_agg(case_id) into done from unmarked;
  if done is null then return 0; end if;
  update care_case c set stage = g.stage, procedure = g.procedure, intent = g.intent, urgency = g.urgency,
      tumour_site = g.tumour_site, referring = g.referring, organisations = g.organisations,
      referred_at = g.referred_at, treated_at = g.treated_at, closed_at = g.closed_at, refold_at = g.refold_at
    from jsonb_to_recordset(folded) as g (id uuid, stage text, procedure text, intent text, urgency text,
      tumour_site text, referring text, organisations text[], referred_at timestamptz, treated_at timestamptz,
      closed_at timestamptz, refold_at timestamptz)
    where c.id = g.id and c.id = any (done)
      and (c.stage, c.procedure, c.intent, c.urgency, c.tumour_site, c.referring, c.organisations,
        c.referred_at, c.treated_at, c.closed_at, c.refold_at) is distinct from
        (g.stage, g.procedure, g.intent, g.urgency, g.tumour_site, g.referring, g.organisations,
        g.referred_at, g.treated_at, g.closed_at, g.refold_at);
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

-- Marks in one order, as case_fold takes them, so that neither waits for the other for ever.
create or replace function case_stale(of_organisation text) returns void language sql security definer as $$
  with held as (
    select m.case_id from case_mark m join care_case c on c.id = m.case_id
    where c.treating = of_organisation order by m.case_id for update of m
  )
  update case_mark m set stale = true, revision = m.revision + 1 from held where m.case_id = held.case_id
$$;

-- Whether the scope shows the subject of an entry. Fetching the row and comparing it here costs half of what
-- asking `exists` does. Its price is told the planner, who else reads a whole chain to find its head: the
-- wall is asked for every entry that is read.
create or replace function record_shown(subject text, to_write boolean) returns boolean
  language plpgsql stable security definer cost 1000 as $$
declare
  asked uuid;
  taking_part text[];
  whose uuid;
begin
  if scope_is_whole() then return true; end if;
  -- By length, not by pattern. What else has this length is no uuid, and fails.
  if starts_with(subject, 'case:') and length(subject) = 41 then
    asked := substr(subject, 6);
    select c.organisations, c.patient into taking_part, whose from care_case c where c.id = asked;
  elsif starts_with(subject, 'patient:') and length(subject) = 44 then
    asked := substr(subject, 9);
    select p.organisations, p.id into taking_part, whose from patient p where p.id = asked;
  elsif starts_with(subject, 'past:') and length(subject) = 41 then
    asked := substr(subject, 6);
    select array[t.organisation] into taking_part from past_treatment t where t.id = asked;
  end if;
  return coalesce(taking_part && scope_organisations(), false)
    or not to_write and coalesce(whose = any (scope_opened()), false);
end
$$;

-- A definer's function must not be led astray by its caller's search path.
do $$
declare
  each text;
begin
  foreach each in array array['case_mark_begin()', 'case_mark_stale()', 'case_fold(jsonb)', 'case_stale(text)', 'record_shown(text, boolean)'] loop
    execute format('alter function %s set search_path = %I, pg_temp', each, current_schema());
    execute format('revoke all on function %s from public', each);
    execute format('grant execute on function %s to fourth_pillar_app', each);
  end loop;
end
$$;
