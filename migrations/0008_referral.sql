-- Referrals in the making, what a person looks for, which answers were read, and the order of work lists.

create table referral_draft (
  id uuid primary key default gen_random_uuid(),
  person text not null,
  organisation text not null references organisation (code),     -- that refers
  patient uuid not null references patient (id),
  onward_of uuid references care_case (id),                      -- the case that is referred onward
  procedure text,
  treating text references organisation (code),
  pathway uuid,                                                  -- the referral pathway that it goes by
  reason text,
  fields jsonb not null default '{}',                            -- as they were sent
  case_id uuid references care_case (id),                        -- that it opened: it is sent, once
  saved_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  check ((case_id is null) = (sent_at is null))
);
-- Begun again for the same patient, it is gone on with.
create unique index referral_draft_once on referral_draft (person, patient, onward_of) nulls not distinct
  where case_id is null;
alter table referral_draft enable row level security;
create policy referral_draft_own on referral_draft using ((select scope_is_whole()) or person = (select scope_person()))
  with check ((select scope_is_whole()) or person = (select scope_person())
    and exists (select from patient p where p.id = referral_draft.patient));

-- Names and numbers that were looked for, under an id that can stand in an address.
create table patient_search (
  id uuid primary key default gen_random_uuid(),
  person text not null,
  words jsonb not null,
  made_at timestamptz not null default clock_timestamp()
);
create index patient_search_by_age on patient_search (made_at);
alter table patient_search enable row level security;
create policy patient_search_own on patient_search using ((select scope_is_whole()) or person = (select scope_person()));
-- Whoever looks next sweeps away what is older than a day, whosever it was.
create function patient_search_swept() returns void language sql security definer as
  $$ delete from patient_search where made_at < clock_timestamp() - interval '1 day' $$;

-- Which answers someone at the referring organisation has read: by the key that they have on its work list.
create table referral_answer_read (
  case_id uuid not null references care_case (id),
  key text not null,
  organisation text not null references organisation (code),
  person text not null,
  read_at timestamptz not null default clock_timestamp(),
  primary key (case_id, key, organisation)
);
alter table referral_answer_read enable row level security;
create policy referral_answer_read_own on referral_answer_read using ((select scope_is_whole())
  or organisation = any ((select scope_organisations())::text[]))
  with check ((select scope_is_whole()) or organisation = any ((select scope_organisations())::text[])
    and exists (select from care_case c where c.id = referral_answer_read.case_id));

-- A work list is read in the order of the index, from where the last page ended; its count never leaves it.
drop index case_due_by_list;
create index case_due_by_list on case_due
  (organisation, list, (coalesce(due_at, 'infinity'::timestamptz)), case_id, key) include (opens_at, due_at);

-- Mail that tells a referrer that an answer is there, without saying of whom. Its occasion is the case.
alter table mail_message drop constraint mail_message_purpose_check;
alter table mail_message add constraint mail_message_purpose_check check (purpose in (
  'invitation', 'reminder', 'follow-up', 'message', 'receipt', 'sign-in', 'break-glass', 'referral-answered'));

-- A definer's function must not be led astray by its caller's search path.
do $$
begin
  execute format('alter function patient_search_swept() set search_path = %I, pg_temp', current_schema());
  execute 'revoke all on function patient_search_swept() from public';
  execute 'grant execute on function patient_search_swept() to fourth_pillar_app';
end
$$;

-- Cases of a service, the newest first.
create index care_case_by_age on care_case (treating, opened_at desc, id desc);
create index care_case_referred_by_age on care_case (referring, opened_at desc, id desc) where referring is not null;
