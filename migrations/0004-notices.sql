-- One row for each version of a notice, read from the original that counts.
create table notice (
  id                 uuid primary key,
  -- `<notice-id>-<version>`, or `sha256-…` for one without a notice id. For ever.
  public_id          text not null unique check (public_id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$'),
  notice_id          text,
  version            text not null check (version <> ''),
  -- What the versions of one notice have in common: the notice id, or the public id of one without.
  chain              text not null,
  current            boolean not null,
  procedure_id       text,
  publication_number text,
  subtype            text,
  form_type          text,
  notice_type        text,
  procedure_type     text,
  language           text not null,
  title              text not null,
  published_on       date,
  -- The day it is listed under: published, or else dispatched, or else received.
  listed_on          date not null,
  deadline_at        timestamptz,
  last_deadline_at   timestamptz,
  value_amount       numeric,
  value_currency     text check (value_currency ~ '^[A-Z]{3}$'),
  cpv                text[] not null,
  nuts               text[] not null,
  assessment         text check (assessment in ('declared')),
  -- What was odd, for counting without opening the content.
  remark_codes       text[] not null,
  -- Everything that was read, as the pages and the API show it. No contact persons.
  content            jsonb not null,
  -- Personal data: shown on the notice's own page while it is open, and nowhere else.
  contacts           jsonb not null,
  -- The original this was read from, and by which version of the reader.
  original           text not null references file,
  reader_version     integer not null,
  created_at         timestamptz not null,
  changed_at         timestamptz not null,
  constraint value_has_currency check ((value_amount is null) = (value_currency is null))
);
create unique index notice_one_current on notice (chain) where current;
create index notice_chain on notice (chain);
create index notice_listed on notice (listed_on desc, public_id) where current;
create index notice_procedure on notice (procedure_id);
create index notice_publication on notice (publication_number);

-- Every distinct file that has come for it: none is thrown away, and the answer to «which one counts?» is the
-- same in whatever order they came.
create table notice_original (
  sha256             text primary key references file,
  notice             uuid not null references notice on delete cascade,
  name               text not null,
  source             text not null,
  publication_number text,
  size               integer not null,
  received_at        timestamptz not null
);
create index notice_original_notice on notice_original (notice);

create table notice_buyer (
  notice          uuid not null references notice on delete cascade,
  position        integer not null,
  -- Null where nobody is known by that name or number; those are listed for a person to look at.
  organisation_id uuid references organisation,
  name            text not null,
  organisasjonsnummer text,
  country         text,
  lead            boolean not null,
  primary key (notice, position)
);
create index notice_buyer_organisation on notice_buyer (organisation_id);

create table notice_winner (
  notice          uuid not null references notice on delete cascade,
  position        integer not null,
  lot             text,
  organisation_id uuid references organisation,
  name            text not null,
  organisasjonsnummer text,
  value_amount    numeric,
  value_currency  text,
  primary key (notice, position)
);
create index notice_winner_organisation on notice_winner (organisation_id);

-- When the contracts of a result notice end: the radar of what must be bought again.
create table notice_contract_end (
  notice          uuid not null references notice on delete cascade,
  position        integer not null,
  lot             text not null,
  title           text not null,
  starts_on       date,
  ends_on         date not null,
  -- With every renewal taken, where their length was said.
  latest_ends_on  date,
  -- Whether the end was said, or reckoned from the start, the contract or the publication.
  basis           text not null check (basis in ('period', 'start', 'contract', 'published')),
  options         text,
  renewals        integer,
  renewals_text   text,
  primary key (notice, position),
  constraint latest_is_later check (latest_ends_on is null or latest_ends_on >= ends_on)
);
create index notice_contract_end_day on notice_contract_end (ends_on);

-- What could not be read, kept with the reason so that a later reader can try again.
create table quarantine (
  id          uuid primary key,
  -- Null where there were no bytes to keep: a file that was too large or could not be opened.
  sha256      text unique references file,
  name        text not null,
  source      text not null,
  size        bigint,
  problems    jsonb not null,
  received_at timestamptz not null,
  tried_at    timestamptz not null
);
create unique index quarantine_without_bytes on quarantine (source, name) where sha256 is null;
create index quarantine_received on quarantine (received_at desc, id);

create table import_run (
  id          uuid primary key,
  source      text not null,
  started_at  timestamptz not null,
  -- Null while it runs, and for one that was cut off.
  finished_at timestamptz,
  report      jsonb not null
);
create index import_run_started on import_run (started_at desc);
