-- Every organisation: public bodies that ship with the program, and those met in cases and notices.
create table organisation (
  id                 uuid primary key,
  kind               text not null check (kind in (
    'municipality', 'county', 'state', 'hospital-trust', 'municipal-enterprise', 'intermunicipal-company',
    'purchasing-cooperative', 'host-cooperation', 'task-community', 'regional-council', 'digital-network',
    'network', 'support-body', 'public-company', 'supplier', 'other'
  )),
  name               text not null check (name <> ''),
  -- The name as it is compared: case, punctuation and spaces aside.
  name_key           text not null check (name_key <> ''),
  organisasjonsnummer text unique check (organisasjonsnummer ~ '^[89][0-9]{8}$'),
  kommunenummer      text check (kommunenummer ~ '^[0-9]{4}$'),
  fylkesnummer       text check (fylkesnummer ~ '^[0-9]{2}$'),
  -- A body that is no more stays, since what it bought stays.
  ended_year         integer check (ended_year between 1800 and 2200),
  source_url         text,
  note               text,
  -- Digest of the shipped record this row was last written from; null for what was met later.
  shipped_hash       text,
  -- A person has changed or confirmed it, so an upgrade leaves it alone.
  edited_at          timestamptz,
  -- New with every change, so that a copy in memory can be compared with the table. By trigger: a change made
  -- by hand in SQL counts too. Whoever changes what hangs on it (names, members, facts) updates the row as well.
  revision           uuid not null default gen_random_uuid(),
  created_at         timestamptz not null default now()
);
-- One organisation by each number; one by each kind and name among those that have no number.
create unique index organisation_without_number on organisation (kind, name_key) where organisasjonsnummer is null;
create index organisation_by_name on organisation (name_key collate "C", id);
create index organisation_name_key on organisation (name_key);
create index organisation_public on organisation (kind) where kind <> 'supplier';

-- Sami and Kven names, short forms, and names it had before.
create table organisation_name (
  organisation_id uuid not null references organisation on delete cascade,
  name            text not null check (name <> ''),
  kind            text not null check (kind in ('short', 'parallel', 'former')),
  language        text check (language ~ '^[a-z]{2,3}$'),
  primary key (organisation_id, name)
);

-- Numbers of bodies that became part of it, so that old notices find their way.
create table organisation_former_number (
  organisasjonsnummer text primary key check (organisasjonsnummer ~ '^[89][0-9]{8}$'),
  organisation_id     uuid not null references organisation on delete cascade
);
create index organisation_former_number_organisation on organisation_former_number (organisation_id);

create table county (
  fylkesnummer    text primary key check (fylkesnummer ~ '^[0-9]{2}$'),
  -- May be a municipality's too: Oslo is both, and one organisation.
  organisation_id uuid not null unique references organisation,
  name            text not null
);

create table municipality (
  kommunenummer            text primary key check (kommunenummer ~ '^[0-9]{4}$'),
  organisation_id          uuid not null unique references organisation,
  fylkesnummer             text not null references county,
  name                     text not null,
  area_km2                 double precision not null check (area_km2 > 0),
  language_form            text not null check (language_form in ('nb', 'nn', 'neutral')),
  centrality_class         integer not null check (centrality_class between 1 and 6),
  centrality_index         integer not null check (centrality_index between 0 and 1000),
  kostra_group             text not null,
  sami_administrative_area boolean not null,
  lon                      double precision not null check (lon between 4 and 32),
  lat                      double precision not null check (lat between 57 and 72),
  constraint lies_in_its_county check (left(kommunenummer, 2) = fylkesnummer)
);

create table municipality_population (
  kommunenummer text not null references municipality on delete cascade,
  year          integer not null check (year between 1900 and 2200),
  population    integer not null check (population >= 0),
  primary key (kommunenummer, year)
);

-- A number no longer in use and where its area is today: several rows when it was split, rank 1 first.
create table former_municipality (
  kommunenummer text not null check (kommunenummer ~ '^[0-9]{4}$'),
  successor     text not null references municipality,
  rank          integer not null check (rank >= 1),
  name          text not null,
  last_year     integer not null,
  primary key (kommunenummer, successor),
  unique (kommunenummer, rank)
);

create table former_county (
  fylkesnummer text not null check (fylkesnummer ~ '^[0-9]{2}$'),
  successor    text not null references county,
  name         text not null,
  last_year    integer not null,
  primary key (fylkesnummer, successor)
);

-- That one body acts for another: from and to where the mandate is dated, otherwise the year a source speaks of.
create table acts_for (
  id           uuid primary key,
  body_id      uuid not null references organisation on delete cascade,
  principal_id uuid not null references organisation on delete cascade,
  scope        text not null check (scope in ('purchasing', 'cooperation')),
  is_host      boolean not null,
  is_member    boolean not null,
  named_as     text[] not null default '{}',
  valid_from   date,
  valid_to     date,
  as_of_year   integer check (as_of_year between 1900 and 2200),
  source_url   text,
  constraint nobody_acts_for_itself check (body_id <> principal_id),
  constraint host_or_member check (is_host or is_member),
  constraint valid_in_order check (valid_from <= valid_to)
);
create index acts_for_body on acts_for (body_id);
create index acts_for_principal on acts_for (principal_id);

create function organisation_gets_revision() returns trigger language plpgsql as $$
begin
  new.revision := gen_random_uuid();
  return new;
end $$;
create trigger organisation_revision before insert or update on organisation
  for each row execute function organisation_gets_revision();
