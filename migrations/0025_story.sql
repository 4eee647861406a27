-- Stories of patients and carers. What is said in a story's life are entries of story:<id>; here is what stands. The
-- author has no account: a private link, kept as a digest, opens their story to them alone. An e-mail address is kept
-- in a table of its own, in no entry, and goes whenever the author says so.

create table story (
  id uuid primary key,
  digest bytea not null unique check (length(digest) = 32),      -- SHA-256 of the author's token
  state text not null check (state in ('waiting', 'change-asked', 'refused', 'published', 'taken-down', 'withdrawn')),
  revision int not null check (revision > 0),                    -- how often anything was said: the head of its record
  published uuid,                                                -- the entry of the version that everybody can read
  published_at timestamptz(3),
  said text,                                                     -- to the author, by whoever decided last
  decided_by text,                                               -- by name
  decided_at timestamptz(3),
  told_at timestamptz(3) not null,                               -- the latest version
  check (state <> 'published' or published is not null),
  check (state not in ('withdrawn', 'taken-down') or published is null)
);
create index story_published on story (published_at desc, id) where published is not null;
create index story_waiting on story (told_at) where state = 'waiting';
create index story_decided on story (decided_at desc) where decided_at is not null;

-- Each version that the author sent. A withdrawn story has none.
create table story_version (
  entry uuid primary key,
  story uuid not null references story (id),
  number int not null check (number > 0),
  title text not null,
  words text not null,
  told_by text not null check (told_by in ('patient', 'carer')),
  procedure text,
  condition text,
  name text,                                                     -- as it is shown; null: no name
  fictional boolean not null default false,
  told_at timestamptz(3) not null,
  unique (story, number)
);
create index story_version_by_procedure on story_version (procedure) where procedure is not null;
alter table story add constraint story_published_is_a_version foreign key (published) references story_version (entry);

-- Where the author can be told that something was decided. Shown to nobody.
create table story_contact (
  story uuid primary key references story (id),
  email text not null,
  given_at timestamptz(3) not null
);

-- The letter that says that something was decided; where it goes stands in story_contact alone.
alter table mail_message drop constraint mail_message_purpose_check;
alter table mail_message add constraint mail_message_purpose_check check (purpose in (
  'invitation', 'reminder', 'follow-up', 'message', 'receipt', 'sign-in', 'break-glass', 'referral-answered', 'feedback',
  'review-due', 'pathway-asked', 'story'));
