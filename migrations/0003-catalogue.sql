-- Numbers up to 1000 belong to the cases and solutions that ship with the program, for ever.
create sequence case_number as integer minvalue 1001;
create sequence solution_number as integer minvalue 1001;

-- A documented case. What it tells is in its versions; here is what lists are narrowed and sorted by.
create table procurement_case (
  id               uuid primary key,
  number           integer not null unique default nextval('case_number') check (number > 0),
  public_id        text not null unique generated always as
                     ('case-' || lpad(number::text, greatest(3, length(number::text)), '0')) stored,
  origin           text not null check (origin in ('starter', 'person')),
  status           text not null default 'published' check (status in ('published', 'withdrawn', 'merged')),
  withdrawn_reason text check (withdrawn_reason <> ''),
  merged_into      uuid references procurement_case check (merged_into <> id),
  -- The municipality has vouched for it; from then on an upgrade of the program leaves it alone.
  confirmed_at     timestamptz,
  current_version  integer not null check (current_version > 0),
  kind             text not null check (kind in (
    'procurement', 'market-enquiry', 'pilot', 'grant', 'programme', 'network', 'legal-lesson'
  )),
  level            text not null check (level in ('full', 'short', 'mention')),
  title            text not null check (title <> ''),
  from_year        integer,
  to_year          integer,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  constraint starter_numbers_are_reserved check ((origin = 'starter') = (number <= 1000)),
  constraint years_in_order check (from_year <= to_year),
  -- An id is for ever: what is gone says why, or where it went.
  constraint reason_follows_status check (
    (status = 'withdrawn') = (withdrawn_reason is not null) and (status = 'merged') = (merged_into is not null)
  )
);
create index procurement_case_newest on procurement_case (coalesce(to_year, from_year) desc nulls last, number desc)
  where status = 'published';
create index procurement_case_merged_into on procurement_case (merged_into) where merged_into is not null;

-- Every state a case has had; rows are added, never changed.
create table case_version (
  case_id      uuid not null references procurement_case,
  version      integer not null check (version > 0),
  content      jsonb not null,
  made_by      text not null check (made_by in ('starter', 'person')),
  -- The digest of the shipped record this version was made from, so that an upgrade knows what is new.
  shipped_hash text check (shipped_hash ~ '^[0-9a-f]{64}$'),
  note         text,
  created_at   timestamptz not null,
  primary key (case_id, version),
  constraint only_shipped_content_has_a_hash check ((made_by = 'starter') = (shipped_hash is not null))
);
-- Checked at commit, since the case and its first version are written one after the other.
alter table procurement_case add constraint current_version_exists
  foreign key (id, current_version) references case_version deferrable initially deferred;

-- The names in the current version and which organisations they stand for.
create table case_party (
  case_id         uuid not null references procurement_case on delete cascade,
  position        integer not null check (position >= 0),
  name            text not null check (name <> ''),
  role            text not null check (role in (
    'lead', 'host', 'coordinator', 'participant', 'partner', 'option', 'invited', 'follower'
  )),
  -- How many the name stands for («20 andre kommuner»).
  count           integer check (count > 1),
  organisation_id uuid references organisation,
  -- The municipality or county that it belongs to, or that unnamed municipalities lie in.
  within_id       uuid references organisation,
  primary key (case_id, position)
);
create index case_party_organisation on case_party (organisation_id);
create index case_party_within on case_party (within_id);

create table case_supplier (
  case_id         uuid not null references procurement_case on delete cascade,
  position        integer not null check (position >= 0),
  name            text not null check (name <> ''),
  role            text,
  organisation_id uuid references organisation,
  primary key (case_id, position)
);
create index case_supplier_organisation on case_supplier (organisation_id);

create table case_theme (
  case_id  uuid not null references procurement_case on delete cascade,
  theme_id text not null check (theme_id <> ''),
  primary key (case_id, theme_id)
);
create index case_theme_theme on case_theme (theme_id);

-- Kept apart from the content, so that dead links can be watched for.
create table case_source (
  case_id  uuid not null references procurement_case on delete cascade,
  position integer not null check (position >= 0),
  url      text check (url ~ '^https?://'),
  title    text not null check (title <> ''),
  seen_on  date,
  primary key (case_id, position)
);

-- Something that can be taken into use, usually the outcome of one or more cases.
create table solution (
  id               uuid primary key,
  number           integer not null unique default nextval('solution_number') check (number > 0),
  public_id        text not null unique generated always as
                     ('solution-' || lpad(number::text, greatest(3, length(number::text)), '0')) stored,
  origin           text not null check (origin in ('starter', 'person')),
  status           text not null default 'published' check (status in ('published', 'withdrawn', 'merged')),
  withdrawn_reason text check (withdrawn_reason <> ''),
  merged_into      uuid references solution check (merged_into <> id),
  confirmed_at     timestamptz,
  current_version  integer not null check (current_version > 0),
  name             text not null check (name <> ''),
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  constraint starter_solution_numbers_are_reserved check ((origin = 'starter') = (number <= 1000)),
  constraint solution_reason_follows_status check (
    (status = 'withdrawn') = (withdrawn_reason is not null) and (status = 'merged') = (merged_into is not null)
  )
);

create table solution_version (
  solution_id  uuid not null references solution,
  version      integer not null check (version > 0),
  content      jsonb not null,
  made_by      text not null check (made_by in ('starter', 'person')),
  shipped_hash text check (shipped_hash ~ '^[0-9a-f]{64}$'),
  note         text,
  created_at   timestamptz not null,
  primary key (solution_id, version),
  constraint only_shipped_solutions_have_a_hash check ((made_by = 'starter') = (shipped_hash is not null))
);
alter table solution add constraint current_solution_version_exists
  foreign key (id, current_version) references solution_version deferrable initially deferred;

create table solution_supplier (
  solution_id     uuid not null references solution on delete cascade,
  position        integer not null check (position >= 0),
  name            text not null check (name <> ''),
  role            text,
  organisation_id uuid references organisation,
  primary key (solution_id, position)
);
create index solution_supplier_organisation on solution_supplier (organisation_id);

create table solution_adopter (
  solution_id     uuid not null references solution on delete cascade,
  position        integer not null check (position >= 0),
  name            text not null check (name <> ''),
  from_year       integer,
  organisation_id uuid references organisation,
  within_id       uuid references organisation,
  primary key (solution_id, position)
);
create index solution_adopter_organisation on solution_adopter (organisation_id);

-- Which cases a solution came out of.
create table solution_case (
  solution_id uuid not null references solution on delete cascade,
  case_id     uuid not null references procurement_case,
  primary key (solution_id, case_id)
);
create index solution_case_case on solution_case (case_id);
