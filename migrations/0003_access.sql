-- Who may sign in, how, and as what. The first seven tables are better-auth's, under our words; their
-- columns follow its schema (src/web/sign-in/auth-tables.ts maps them, a test compares the two).

create table person (
  id text primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null,
  image text,
  two_factor_enabled boolean default false,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);

create table person_session (
  id text primary key,
  token text not null unique,
  person text not null references person (id) on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
create index person_session_by_person on person_session (person);

-- A way to prove who one is: the password (provider 'credential'), or an OpenID provider's subject.
create table person_account (
  id text primary key,
  person text not null references person (id) on delete cascade,
  provider text not null,
  account text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  unique (provider, account)
);
create index person_account_by_person on person_account (person);

create table person_two_factor (
  id text primary key,
  person text not null references person (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz
);
create index person_two_factor_by_person on person_two_factor (person);

create table person_passkey (
  id text primary key,
  person text not null references person (id) on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index person_passkey_by_person on person_passkey (person);

-- Challenges on their way: OpenID state, second steps, passkey ceremonies.
create table sign_in_challenge (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
create index sign_in_challenge_by_identifier on sign_in_challenge (identifier);

create table rate_limit (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- What follows is ours.

-- A role of the nation has no organisation; a service's role has one.
create table membership (
  person text not null references person (id),
  role text not null check (role in (
    'administrator', 'census-lead', 'interviewer', 'commissioner', 'researcher', 'io-lead', 'department-manager'
  )),
  organisation text references organisation (code),
  given_at timestamptz not null default clock_timestamp(),
  unique nulls not distinct (person, role, organisation),
  check ((role in ('io-lead', 'department-manager')) = (organisation is not null))
);
create index membership_by_organisation on membership (organisation) where organisation is not null;
create index membership_of_administrators on membership (person) where role = 'administrator';

-- The first administrator's link, printed at the first start. Tokens are kept as digests only.
create table set_up_link (
  digest bytea primary key check (length(digest) = 32),          -- SHA-256 of the 256 random bits
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- An administrator's invitation: whoever opens it chooses the password of this person.
create table join_link (
  digest bytea primary key check (length(digest) = 32),
  person text not null references person (id) on delete cascade,
  created_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index join_link_by_person on join_link (person);

-- Attempts to sign in, counted by what they were made with: never the address or e-mail itself.
create table sign_in_attempt (
  key bytea primary key check (length(key) = 32),
  count integer not null,
  since timestamptz not null
);
create index sign_in_attempt_by_time on sign_in_attempt (since);

-- Who did what of note to whose access. People by their id only.
create table access_log (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null default clock_timestamp(),
  person text not null,                                          -- whose access
  by text not null,                                              -- who did it; the person, or another
  event text not null,
  detail jsonb not null default '{}'
);
create index access_log_by_person on access_log (person, id desc);
create function access_log_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the access log is only ever added to: % is refused', lower(tg_op)
    using errcode = 'insufficient_privilege';
end
$$;
create trigger access_log_kept before update or delete or truncate on access_log
  for each statement execute function access_log_refuse();
