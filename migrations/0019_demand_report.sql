-- What demand is computed from, as people stated it, and the reports of the network. Both are said in the record:
-- demand in one chain, demand:uk; each report in its own, report:<uuid>.

alter table record_entry drop constraint record_entry_subject_check,
  add constraint record_entry_subject_check
    check (subject ~ '^(case|patient|past|figure|upload|service|census|demand|report):[^[:space:]]+$');

-- Every line that was ever stated; of each key the last one holds. Only ever added to.
create table demand_statement (
  id bigint generated always as identity primary key,
  entry uuid not null,
  what text not null check (what in ('incidence', 'share')),
  cancer text not null,
  procedure text,
  nation text,
  region text,
  district text,
  value double precision check (value between 0 and 5000),        -- null: what was stated before is taken back
  basis text not null check (basis in ('source', 'assumption')),
  source text not null,
  years text not null,
  reason text not null,
  author_id text not null,
  author text not null,                                            -- by name
  stated_at timestamptz(3) not null,
  check ((what = 'share') = (procedure is not null)),
  check (nation is not null or (region is null and district is null)),
  check (region is null or district is null)
);
create index demand_statement_of_key
  on demand_statement (what, cancer, procedure, nation, region, district, id desc);
create trigger demand_statement_kept before update or delete or truncate on demand_statement
  for each statement execute function record_refuse();

-- Reports: the data stand here byte for byte and never change; the page and the PDF are made from them again.
create table network_report (
  id uuid primary key,
  title text not null check (length(title) between 3 and 200),
  place text not null,
  finding text not null,
  day date not null,                                               -- that it describes
  author text not null,                                            -- who signs for it, by name
  author_id text not null,
  published_at timestamptz(3) not null,
  code text not null,                                              -- version and commit that made it
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),          -- of the data
  pdf_digest text check (pdf_digest ~ '^[0-9a-f]{64}$'),           -- of the PDF as that code sets it; null: it had no Typst
  data text not null,                                              -- canonical JSON
  withdrawn_at timestamptz(3),
  withdrawn_by text,
  reason text,
  check ((withdrawn_at is null) = (reason is null))
);
create index network_report_latest on network_report (published_at desc, id);

create function network_report_guard() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'A published report is withdrawn, never removed.';
  end if;
  if (old.id, old.title, old.place, old.finding, old.day, old.author, old.author_id, old.published_at, old.code,
      old.digest, old.pdf_digest, old.data)
     is distinct from
     (new.id, new.title, new.place, new.finding, new.day, new.author, new.author_id, new.published_at, new.code,
      new.digest, new.pdf_digest, new.data)
     or old.withdrawn_at is not null then
    raise exception 'A published report never changes.';
  end if;
  return new;
end $$;
create trigger network_report_row before update or delete on network_report
  for each row execute function network_report_guard();
create trigger network_report_kept before truncate on network_report
  for each statement execute function record_refuse();
