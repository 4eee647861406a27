-- What a patient's link asks besides: questionnaires that others own, under the service's licence. And what was answered
-- but not sent yet, so that the page that shows it has an address of its own; it goes when the link ends, or after a day.
alter table feedback_link
  add column instruments text[] not null default '{}',
  add column draft jsonb,
  add column drafted_at timestamptz;
create index feedback_link_drafted on feedback_link (drafted_at) where draft is not null;
