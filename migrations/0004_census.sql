-- The census. What was said is in the record (census-answer, telephone-attempt, edition-opened ...);
-- the tables here are its projections (response, attempt, edition state) and the working state around
-- it (contacts, links, drafts, claims), which is not a statement by anyone and may be changed.

create table census_edition (
  id text primary key check (id ~ '^[a-z0-9-]{3,60}$'),        -- in addresses: uk-2026
  title text not null,
  census_on date not null,                                       -- the date that it describes
  questionnaire text not null,
  questionnaire_version integer not null,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  opened_at timestamptz,
  deadline_on date,
  telephone_after_days integer not null default 14 check (telephone_after_days between 0 and 365),
  closed_at timestamptz,
  digest text,                                                   -- of the answers at closing, hex SHA-256
  fictional boolean not null default false,
  created_at timestamptz not null default clock_timestamp()
);

-- An edition's revision is the sum of its rows here: it grows with each change that a page or figure
-- could show, in the transaction of that change, and is the key of every cache. Many rows, so that
-- answers that arrive together do not wait for one another's commit.
create table census_revision (
  edition text not null references census_edition (id),
  stripe smallint not null,
  revision bigint not null,
  primary key (edition, stripe)
) with (fillfactor = 50);

-- The organisations that an edition asks: fixed when it opens.
create table census_member (
  edition text not null references census_edition (id),
  organisation text not null references organisation (code),
  primary key (edition, organisation)
);
create index census_member_by_organisation on census_member (organisation);

-- People to write to or ring, kept from one edition to the next.
create table census_contact (
  id uuid primary key,
  organisation text not null references organisation (code),
  name text not null,
  role text not null,                                            -- a respondent role of the questionnaire
  email text,
  telephone text,
  bounced_at timestamptz,
  bounce_reason text,
  retired_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  check (email is not null or telephone is not null)
);
create index census_contact_by_organisation on census_contact (organisation) where retired_at is null;
create unique index census_contact_email on census_contact (organisation, lower(email)) where retired_at is null;

-- A personal link: one organisation, one edition, one wave. Its tokens are kept as digests only;
-- each posting of the mail makes a new one, so that no text with a token is ever stored.
create table census_link (
  id uuid primary key,
  edition text not null,
  organisation text not null,
  contact uuid references census_contact (id),
  wave text not null check (wave in ('first', 'follow-up')),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  first_opened_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  foreign key (edition, organisation) references census_member (edition, organisation)
);
create index census_link_by_member on census_link (edition, organisation);
create index census_link_by_contact on census_link (contact);
-- One link a contact and wave: inviting twice finds the first.
create unique index census_link_once on census_link (edition, contact, wave) where revoked_at is null;
create table census_token (
  digest bytea primary key check (length(digest) = 32),          -- SHA-256 of the 256 random bits
  link uuid not null references census_link (id),
  created_at timestamptz not null default clock_timestamp()
);
create index census_token_by_link on census_token (link);

-- One device on which a link, or an interviewer, is answering: what the cookie names.
create table census_answering (
  id uuid primary key,
  secret_digest bytea not null unique check (length(secret_digest) = 32),
  edition text not null,
  organisation text not null,
  wave text not null check (wave in ('first', 'follow-up')),
  link uuid references census_link (id),
  interviewer text,                                              -- the signed-in person, by telephone
  started_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  check ((link is null) <> (interviewer is null)),
  foreign key (edition, organisation) references census_member (edition, organisation)
);
create index census_answering_by_member on census_answering (edition, organisation, seen_at);
create index census_answering_by_link on census_answering (link);

-- The answers so far of one organisation, shared by all who answer for it. `marks` holds, for each
-- question, the revision at which it was last set and by which answering; a save that did not see the
-- latest revision of its question is shown both answers and never overwrites in silence.
create table census_draft (
  edition text not null,
  organisation text not null,
  wave text not null check (wave in ('first', 'follow-up')),
  revision integer not null default 0,
  answers jsonb not null default '{}',
  marks jsonb not null default '{}',
  updated_at timestamptz not null default clock_timestamp(),
  primary key (edition, organisation, wave),
  foreign key (edition, organisation) references census_member (edition, organisation)
);

-- Projection of the census-answer entries: one organisation's answers in one edition as they stand.
create table census_response (
  edition text not null,
  organisation text not null,
  entry uuid,                                                    -- latest entry of the first wave
  follow_up_entry uuid,                                          -- latest entry of the follow-up wave
  answers jsonb not null,                                        -- both waves together
  channel text not null check (channel in ('web', 'telephone', 'import')),
  respondent_role text,
  reference text not null,                                       -- on the receipt
  first_sent_at timestamptz not null,
  sent_at timestamptz not null,
  corrections integer not null default 0,
  provision text,                                                -- class, null when undecidable
  problems integer not null default 0,                           -- incomplete or contradictory answers
  -- As they were when the edition closed; a late correction changes `answers` and leaves these.
  answers_at_close jsonb,
  provision_at_close text,
  primary key (edition, organisation),
  foreign key (edition, organisation) references census_member (edition, organisation)
);
create unique index census_response_reference on census_response (reference);
create index census_response_by_day on census_response (edition, first_sent_at);

-- One interviewer at a time for an organisation.
create table census_claim (
  edition text not null,
  organisation text not null,
  interviewer text not null,
  claimed_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  primary key (edition, organisation),
  foreign key (edition, organisation) references census_member (edition, organisation)
);

-- Projection of the telephone-attempt entries.
create table census_attempt (
  entry uuid primary key,
  edition text not null,
  organisation text not null,
  interviewer text not null,
  contact uuid references census_contact (id),
  outcome text not null,
  note text,
  next_at timestamptz,
  attempted_at timestamptz not null,
  foreign key (edition, organisation) references census_member (edition, organisation)
);
create index census_attempt_by_member on census_attempt (edition, organisation, attempted_at desc);

-- The lead's notes, and messages back to a respondent about an answer.
create table census_note (
  id uuid primary key,
  edition text not null,
  organisation text not null,
  author text not null,
  kind text not null check (kind in ('note', 'message')),
  question text,
  text text not null,
  written_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  foreign key (edition, organisation) references census_member (edition, organisation)
);
create index census_note_by_member on census_note (edition, organisation, written_at);

-- How the columns of a file held elsewhere map to questions, kept with the edition.
create table census_mapping (
  edition text primary key references census_edition (id),
  mapping jsonb not null,
  updated_at timestamptz not null default clock_timestamp()
);

-- Mail to send. The text is made when it is sent (it holds a fresh token); only the demonstration,
-- which has no mail server, keeps what it would have sent in mail_kept, for its outbox page.
create table mail_message (
  id uuid primary key,
  purpose text not null check (purpose in ('invitation', 'reminder', 'follow-up', 'message', 'receipt', 'sign-in')),
  recipient text not null,
  edition text,
  organisation text,
  link uuid references census_link (id),
  note uuid references census_note (id),
  occasion text not null default '',                             -- which of several of one purpose: 'after-7-days'
  state text not null default 'queued' check (state in ('queued', 'sent', 'deferred', 'refused')),
  attempts integer not null default 0,
  error text,
  queued_at timestamptz not null default clock_timestamp(),
  tried_at timestamptz,
  sent_at timestamptz
);
-- The same mail is queued once, however often its button is pressed.
create unique index mail_message_once on mail_message (link, purpose, occasion)
  where purpose in ('invitation', 'reminder', 'follow-up');
create index mail_message_by_edition on mail_message (edition, state);
create index mail_message_by_link on mail_message (link);
create index mail_message_by_age on mail_message (queued_at desc, id);
create index mail_message_waiting on mail_message (queued_at) where state in ('queued', 'deferred');
create table mail_kept (
  message uuid primary key references mail_message (id),
  subject text not null,
  text text not null,
  html text not null
);
