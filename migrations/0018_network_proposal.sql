-- What the network was asked, and what came of it: one row a question over the same inputs, so that the same
-- question is answered once. It is worked on in the background; what is answered never changes.

create table network_proposal (
  id uuid primary key,
  key text not null unique check (key ~ '^[0-9a-f]{64}$'),       -- SHA-256 of question and inputs
  question jsonb not null,
  kind text not null check (kind in ('recipients', 'pathways', 'services')),
  procedure text not null,
  nation text,                                                   -- null: all four
  inputs jsonb not null,                                         -- day, edition, keys of network and travel times
  state text not null default 'queued' check (state in (
    'queued', 'running', 'done', 'stopped', 'failed', 'cancelled')),
  phase text,
  best double precision,
  bound double precision,
  gap double precision,
  seconds double precision,
  attempts integer not null default 0,                           -- how often it was begun; broken off each time but the last
  cancelled_by text,                                             -- who asked that it stop, by name
  answer jsonb,                                                  -- of one that was stopped, the best found so far
  sentence text,                                                 -- of the answer, for lists
  failure text,                                                  -- why there is none, in words
  name text check (length(name) between 1 and 120),
  named_by text,
  asked_by text not null,                                        -- a person's id
  asked_name text not null,
  asked_at timestamptz(3) not null default clock_timestamp(),
  seen_at timestamptz(3) not null default clock_timestamp(),     -- a sign of life while it is worked on
  ended_at timestamptz(3),
  check (state <> 'done' or answer is not null),
  check ((state in ('queued', 'running')) = (ended_at is null))
);
create index network_proposal_by_age on network_proposal (asked_at desc, id);
create index network_proposal_named on network_proposal (asked_at desc, id) where name is not null;
create index network_proposal_waiting on network_proposal (asked_at, id) where state in ('queued', 'running');

create function network_proposal_guard() returns trigger language plpgsql as $$
begin
  if old.state = 'done' and
     (old.id, old.key, old.question, old.inputs, old.state, old.answer)
     is distinct from (new.id, new.key, new.question, new.inputs, new.state, new.answer) then
    raise exception 'An answer of the network never changes.';
  end if;
  return new;
end $$;
create trigger network_proposal_row before update on network_proposal
  for each row execute function network_proposal_guard();
