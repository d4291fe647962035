-- What a case asked the market for, as things of their own: those of the current version.
create table case_requirement (
  case_id      uuid not null references procurement_case on delete cascade,
  -- Of the kind and the words, so that a reference holds as long as the words do.
  hash         text not null check (hash ~ '^[0-9a-f]{12}$'),
  position     integer not null check (position >= 0),
  kind         text not null check (kind in ('requirement', 'dialogue-question', 'award-criterion')),
  text         text not null check (text <> ''),
  strength     text check (strength in ('must', 'should')),
  measured_by  text check (measured_by <> ''),
  weight       text check (weight <> ''),
  from_case    text check (from_case ~ '^case-[0-9]+$'),
  from_version integer check (from_version > 0),
  primary key (case_id, hash),
  constraint attribution_is_whole check ((from_case is null) = (from_version is null))
);
create index case_requirement_kind on case_requirement (kind);

insert into case_requirement (case_id, hash, position, kind, text, strength, measured_by, weight)
select distinct on (id, kind, words) id,
  substr(encode(sha256(convert_to(kind || ' ' || words, 'UTF8')), 'hex'), 1, 12),
  position - 1, kind, words, one ->> 'strength', one ->> 'measuredBy', one ->> 'weight'
from (
  select procurement_case.id, 'requirement' as kind, one, one ->> 'text' as words, position
  from procurement_case
  join case_version on case_version.case_id = procurement_case.id and version = current_version,
    jsonb_array_elements(content -> 'requirements') with ordinality as asked (one, position)
  union all
  select procurement_case.id, 'award-criterion', one, one ->> 'name', position
  from procurement_case
  join case_version on case_version.case_id = procurement_case.id and version = current_version,
    jsonb_array_elements(content -> 'competition' -> 'criteria') with ordinality as asked (one, position)
) as told
order by id, kind, words, position;

-- Why a procurement that tells the whole way stopped, for counting and for finding the stories.
create table case_stop_reason (
  case_id uuid not null references procurement_case on delete cascade,
  reason  text not null check (reason ~ '^[a-z-]+$'),
  primary key (case_id, reason)
);
create index case_stop_reason_reason on case_stop_reason (reason);

-- What stopped an organisation, told by itself to those it chose.
create table stop (
  id                uuid primary key,
  organisation_id   uuid not null references organisation,
  title             text not null check (title <> ''),
  happened          text not null check (happened <> ''),
  would_have_helped text not null,
  phase             text check (phase <> ''),
  theme_id          text check (theme_id <> ''),
  stopped_year      integer check (stopped_year between 1990 and 2100),
  language          text not null check (language in ('nb', 'nn', 'en')),
  -- Whether others are told which organisation it was.
  named             boolean not null,
  visibility        text not null check (visibility in ('all', 'public-employees', 'organisation')),
  -- From that day everybody may read it.
  opens_on          date,
  version           integer not null check (version > 0),
  created_by        uuid not null references person,
  created_at        timestamptz not null,
  changed_at        timestamptz not null,
  withdrawn_at      timestamptz,
  constraint what_is_open_does_not_open check (visibility <> 'all' or opens_on is null)
);
create index stop_organisation on stop (organisation_id);

create table stop_reason (
  stop_id uuid not null references stop on delete cascade,
  reason  text not null check (reason ~ '^[a-z-]+$'),
  primary key (stop_id, reason)
);

-- Those beside the organisation itself who may read what is not open to more.
create table stop_reader (
  stop_id         uuid not null references stop on delete cascade,
  organisation_id uuid not null references organisation,
  primary key (stop_id, organisation_id)
);
create index stop_reader_organisation on stop_reader (organisation_id);
