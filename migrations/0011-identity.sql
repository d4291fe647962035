-- Someone who signs in. After leaving, the row stays without anything that tells who it was, since what the
-- person did for an organisation stays.
create table person (
  id         uuid primary key,
  name       text check (name <> ''),
  -- In lower case; where mail goes, and what tells which organisation somebody may ask to join.
  email      text unique check (email = lower(email) and email like '%_@_%'),
  language   text not null default 'nb' check (language in ('nb', 'nn', 'en')),
  created_at timestamptz not null,
  left_at    timestamptz,
  constraint nobody_is_known_after_leaving check (
    (left_at is null and name is not null) or (left_at is not null and name is null and email is null)
  )
);

-- Under which name a provider of sign-in knows the person: its own pairwise subject, never a national identity number.
create table person_login (
  issuer    text not null check (issuer <> ''),
  subject   text not null check (subject <> ''),
  person_id uuid not null references person,
  primary key (issuer, subject)
);
create index person_login_person on person_login (person_id);

-- A role somebody has asked for, has, or has had. Rows are never deleted: who could do what, and when, is part of
-- the audit.
create table membership (
  id                  uuid primary key,
  person_id           uuid not null references person,
  -- Null for the roles that are held for the platform itself.
  organisation_id     uuid references organisation,
  role                text not null check (role in (
    'reader', 'contributor', 'coordinator', 'network-leader', 'adviser', 'curator', 'supplier', 'consultant',
    'administrator'
  )),
  status              text not null check (status in ('asked', 'active', 'refused', 'ended')),
  -- What the person wrote when asking, for whoever decides.
  message             text,
  title               text,
  -- A coordinator need not have authority to bind: which delegation this one has, in the municipality's own words.
  delegation          text,
  independence_on     date,
  starts_on           date,
  ends_on             date,
  asked_at            timestamptz not null,
  decided_at          timestamptz,
  -- Null when nobody had to decide, as for the first coordinator an administrator sets up from the command line.
  decided_by          uuid references person,
  ended_at            timestamptz,
  end_reason          text,
  constraint site_roles_have_no_organisation check (
    (organisation_id is null) = (role in ('curator', 'administrator'))
  ),
  constraint ends_after_start check (starts_on <= ends_on),
  -- Whoever acts for an organisation from outside does so for a time, independent of those who sell to it.
  constraint consultants_act_for_a_time check (
    role <> 'consultant' or (ends_on is not null and independence_on is not null)
  ),
  constraint decided_when_not_asked check ((status = 'asked') = (decided_at is null)),
  constraint ended_has_a_time check ((status = 'ended') = (ended_at is not null))
);
create unique index membership_once on membership (
  person_id, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'), role
) where status in ('asked', 'active');
create index membership_organisation on membership (organisation_id, status);
create index membership_person on membership (person_id);

-- That a cooperative may act for a member, from and to a day. The register knows who is a member; a mandate is given.
create table mandate (
  id              uuid primary key,
  body_id         uuid not null references organisation,
  principal_id    uuid not null references organisation,
  starts_on       date not null,
  ends_on         date,
  -- Which decision it rests on, in the words of the one who gave it.
  decision        text not null check (decision <> ''),
  given_by        uuid not null references person,
  given_at        timestamptz not null,
  withdrawn_at    timestamptz,
  withdrawn_by    uuid references person,
  constraint nobody_has_a_mandate_from_itself check (body_id <> principal_id),
  constraint mandate_in_order check (starts_on <= ends_on),
  constraint withdrawn_by_someone check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index mandate_body on mandate (body_id);
create index mandate_principal on mandate (principal_id);

-- What an organisation has opened to an adviser's organisation, until a date.
create table adviser_access (
  id              uuid primary key,
  organisation_id uuid not null references organisation,
  adviser_id      uuid not null references person,
  -- What may be seen: everything of a kind ('drafts', 'capability') or one thing ('case-1001').
  scope           text not null check (scope <> ''),
  purpose         text not null check (purpose <> ''),
  opened_by       uuid not null references person,
  opened_at       timestamptz not null,
  ends_on         date not null,
  closed_at       timestamptz
);
create index adviser_access_adviser on adviser_access (adviser_id);
create index adviser_access_organisation on adviser_access (organisation_id);

-- A sign-in that has begun and not come back; used once.
create table sign_in (
  -- Digest of the state, so that what lies here opens nothing.
  state_hash    text primary key check (state_hash ~ '^[0-9a-f]{64}$'),
  -- Digest of what the browser that began carries, so that another cannot finish.
  browser_hash  text not null check (browser_hash ~ '^[0-9a-f]{64}$'),
  nonce         text not null,
  code_verifier text not null,
  return_to     text not null check (return_to like '/%'),
  began_at      timestamptz not null
);

create table session (
  token_hash     text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  -- What the person sees and ends it by; not a secret.
  id             uuid not null unique,
  person_id      uuid not null references person,
  organisation_id uuid references organisation,
  -- For signing out at the provider too.
  id_token       text,
  device         text not null default '',
  began_at       timestamptz not null,
  seen_at        timestamptz not null,
  ends_at        timestamptz not null
);
create index session_person on session (person_id);

create table api_token (
  id              uuid primary key,
  token_hash      text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  person_id       uuid not null references person,
  organisation_id uuid references organisation,
  name            text not null check (name <> ''),
  scopes          text[] not null check (scopes <> '{}'),
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  used_at         timestamptz,
  revoked_at      timestamptz,
  constraint expires_after_it_is_made check (created_at < expires_at)
);
create index api_token_person on api_token (person_id);

-- Who did what, for whom, from which version to which. Names are in `person`, so that those who leave are not here.
create table audit_entry (
  seq             bigint generated always as identity primary key,
  at              timestamptz not null,
  person_id       uuid references person,
  -- For whom; null for what is done for the platform or for oneself.
  organisation_id uuid references organisation,
  action          text not null check (action ~ '^[a-z-]+\.[a-z-]+$'),
  -- The public id of what it was done to.
  subject         text not null,
  from_version    integer,
  to_version      integer,
  details         jsonb not null default '{}'
);
create index audit_entry_organisation on audit_entry (organisation_id, seq);
create index audit_entry_subject on audit_entry (subject, seq);
create index audit_entry_person on audit_entry (person_id);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'The audit can be added to, not changed';
end $$;
create trigger audit_entry_stays before update or delete on audit_entry
  for each row execute function audit_is_append_only();
