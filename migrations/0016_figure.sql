-- Published figures. What was released stands here byte for byte and never changes; that it was published, and
-- that it was withdrawn and why, are entries of figure:<uuid>.

create table registry_figure (
  id uuid primary key,
  snapshot text not null references registry_snapshot (id),
  title text not null check (length(title) between 3 and 200),
  finding text not null,
  kind text not null,
  author text not null,                                          -- who signs for it, by name
  author_id text not null,
  published_at timestamptz(3) not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  released text not null,                                        -- the released figure, JSON
  withdrawn_at timestamptz(3),
  withdrawn_by text,
  reason text,
  check ((withdrawn_at is null) = (reason is null))
);
create index registry_figure_latest on registry_figure (published_at desc);

create function registry_figure_guard() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'A published figure is withdrawn, never removed.';
  end if;
  if (old.id, old.snapshot, old.title, old.finding, old.kind, old.author, old.author_id, old.published_at,
      old.digest, old.released)
     is distinct from
     (new.id, new.snapshot, new.title, new.finding, new.kind, new.author, new.author_id, new.published_at,
      new.digest, new.released)
     or old.withdrawn_at is not null then
    raise exception 'A published figure never changes.';
  end if;
  return new;
end $$;
create trigger registry_figure_row before update or delete on registry_figure
  for each row execute function registry_figure_guard();
create trigger registry_figure_kept before truncate on registry_figure
  for each statement execute function record_refuse();
