-- Someone who signs in. After leaving, the row stays without anything that tells who it was, since what the
-- person did for an organisation stays. What is the person's own refers to it with `on delete cascade`, here and in
-- every later table, and is deleted when the person leaves.
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
  person_id uuid not null references person on delete cascade,
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
  -- A supplier that is not in the register yet, in the words of the one who asks; it comes into the register when
  -- somebody approves.
  claimed_number      text check (claimed_number ~ '^[89][0-9]{8}$'),
  claimed_name        text check (claimed_name <> ''),
  starts_on           date,
  ends_on             date,
  asked_at            timestamptz not null,
  decided_at          timestamptz,
  -- Null when nobody had to decide, as for the first coordinator an administrator sets up from the command line.
  decided_by          uuid references person,
  ended_at            timestamptz,
  -- Why it was refused, or ended.
  end_reason          text,
  constraint site_roles_have_no_organisation check (
    role not in ('curator', 'administrator') or organisation_id is null
  ),
  constraint other_roles_have_one check (
    organisation_id is not null or role in ('curator', 'administrator') or (
      role = 'supplier' and status <> 'active' and (status <> 'asked' or claimed_number is not null)
    )
  ),
  constraint a_claim_is_of_one_unknown check (claimed_number is null or organisation_id is null),
  constraint a_claim_has_a_name check ((claimed_number is null) = (claimed_name is null)),
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

-- What an organisation has opened to an adviser, until a date.
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
  closed_at       timestamptz,
  closed_by       uuid references person,
  constraint closed_by_someone check ((closed_at is null) = (closed_by is null))
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
  -- Also tells the language of the reader.
  return_to     text not null check (return_to like '/%' and return_to not like '//%'),
  began_at      timestamptz not null
);
create index sign_in_began on sign_in (began_at);

-- Somebody the provider vouches for, who has never been here and has not yet said what to be called; used once.
create table newcomer (
  token_hash       text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  issuer           text not null,
  subject          text not null,
  -- Only one that the provider has verified.
  email            text,
  organisasjonsnumre text[] not null,
  id_token_key     text,
  provider_session text,
  return_to        text not null check (return_to like '/%' and return_to not like '//%'),
  began_at         timestamptz not null
);
create index newcomer_began on newcomer (began_at);

create table session (
  token_hash       text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  -- What the person sees and ends it by; not a secret.
  id               uuid not null unique,
  person_id        uuid not null references person on delete cascade,
  organisation_id  uuid references organisation,
  -- For signing out at the provider too: its token may hold a national identity number, so it lies encrypted with the
  -- browser, and here is only the key.
  id_token_key     text,
  -- The provider's own name for its session, by which it tells that the person has signed out there.
  provider_session text,
  device           text not null default '',
  began_at         timestamptz not null,
  seen_at          timestamptz not null,
  ends_at          timestamptz not null
);
create index session_person on session (person_id);
create index session_provider on session (provider_session);
create index session_ends on session (ends_at);

create table api_token (
  id              uuid primary key,
  token_hash      text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  person_id       uuid not null references person on delete cascade,
  -- A token acts for one organisation, and never with the roles held for the platform.
  organisation_id uuid not null references organisation,
  name            text not null check (name <> ''),
  scopes          text[] not null check (scopes <> '{}'),
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  used_at         timestamptz,
  revoked_at      timestamptz,
  constraint expires_after_it_is_made check (created_at < expires_at)
);
create index api_token_person on api_token (person_id);
create index api_token_organisation on api_token (organisation_id);

-- What was answered to a write that came with an Idempotency-Key, so that sending it again does nothing, and is
-- answered the same. Kept for a day.
create table api_answer (
  token_id     uuid not null references api_token on delete cascade,
  key          text not null check (length(key) between 1 and 255),
  -- Digest of the method, the address and the body, so that the key cannot be used for something else.
  request_hash text not null check (request_hash ~ '^[0-9a-f]{64}$'),
  status       integer not null,
  headers      jsonb not null,
  body         text not null,
  answered_at  timestamptz not null,
  primary key (token_id, key)
);
create index api_answer_age on api_answer (answered_at);

-- Somebody who is named in what others have written asks to have it taken away. Anyone may ask, without signing in.
create table removal_request (
  id          uuid primary key,
  -- Digest of what the one who asked follows it by.
  token_hash  text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  -- What was asked and where to answer; emptied a year after it was decided, when nobody needs it any more.
  page        text,
  wish        text,
  email       text check (email = lower(email) and email like '%_@_%'),
  language    text not null check (language in ('nb', 'nn', 'en')),
  asked_at    timestamptz not null,
  outcome     text check (outcome in ('removed', 'partly', 'kept')),
  answer      text check (answer <> ''),
  decided_by  uuid references person,
  decided_at  timestamptz,
  emptied_at  timestamptz,
  constraint decided_with_an_outcome check (
    (outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null)
  ),
  constraint answered_when_decided check (outcome is null or answer is not null or emptied_at is not null),
  constraint emptied_after_it_was_decided check (
    (emptied_at is null and page is not null and wish is not null)
    or (emptied_at is not null and decided_at is not null and page is null and wish is null and email is null)
  )
);
create index removal_request_open on removal_request (asked_at) where decided_at is null;

-- What somebody who knows the procurement says of how innovative it is; the latest counts before what the rules found,
-- for every version of the notice. Null leaves it to the rules again.
create table notice_judgement (
  seq             bigint generated always as identity primary key,
  chain           text not null,
  -- The version that was read, and what the rules said of it then.
  notice_id       text not null,
  found           text not null check (found in ('declared', 'likely', 'possible', 'none')),
  assessment      text check (assessment in ('declared', 'likely', 'possible', 'none')),
  reason          text not null check (reason <> ''),
  judged_by       uuid not null references person,
  -- The buyer on whose behalf; null when a curator did it.
  organisation_id uuid references organisation,
  judged_at       timestamptz not null
);
create index notice_judgement_chain on notice_judgement (chain, seq desc);

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
