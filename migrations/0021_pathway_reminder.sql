-- Reminders of what a service has to review or renew, and referrals between services by when they were made.

-- What was reminded of, so that each is reminded of once before its day and once after it.
create table review_reminder (
  entry uuid not null,                                           -- the first statement of what is due
  due date not null,
  stage text not null check (stage in ('before', 'after')),
  organisation text not null references organisation (code),
  queued_at timestamptz not null,
  primary key (entry, due, stage)
);

alter table mail_message drop constraint mail_message_purpose_check;
alter table mail_message add constraint mail_message_purpose_check check (purpose in (
  'invitation', 'reminder', 'follow-up', 'message', 'receipt', 'sign-in', 'break-glass', 'referral-answered', 'feedback',
  'review-due', 'pathway-asked'));

-- Who referred to whom in a year, which the register of referral pathways is set beside.
create index care_case_by_flow on care_case (opened_at) include (referring, treating, procedure)
  where referring is not null;
