-- An experience is the smallest thing one can share: what was done, and one lesson.
alter table procurement_case drop constraint procurement_case_level_check;
alter table procurement_case add constraint procurement_case_level_check
  check (level in ('full', 'short', 'experience', 'mention'));

-- The organisation that answers for the case; null as long as nobody has said that it is theirs.
alter table procurement_case add column owner_id uuid references organisation;
create index procurement_case_owner on procurement_case (owner_id) where owner_id is not null;

-- Who published the version, and on whose behalf; nobody for what ships with the program.
alter table case_version add column published_by uuid references person;
alter table case_version add column published_for uuid references organisation;
alter table case_version add constraint shipped_versions_have_no_publisher
  check (made_by = 'person' or (published_by is null and published_for is null));

-- Those who took part and vouch for it as it stood in that version.
create table case_confirmation (
  case_id         uuid not null references procurement_case,
  organisation_id uuid not null references organisation,
  version         integer not null,
  confirmed_by    uuid not null references person,
  confirmed_at    timestamptz not null,
  primary key (case_id, organisation_id),
  foreign key (case_id, version) references case_version
);

-- The notices that the current version names, so that a notice can tell which case came of it.
create table case_notice (
  case_id   uuid not null references procurement_case on delete cascade,
  notice_id text not null check (notice_id <> ''),
  primary key (case_id, notice_id)
);
create index case_notice_notice on case_notice (notice_id);
insert into case_notice (case_id, notice_id)
select distinct procurement_case.id, named.notice_id
from procurement_case
join case_version on case_version.case_id = procurement_case.id and version = current_version,
  jsonb_array_elements_text(content -> 'competition' -> 'notices') as named (notice_id);

-- What somebody is writing for an organisation. Seen by those who write for it, and from when it is submitted by
-- the curators.
create table case_draft (
  id              uuid primary key,
  organisation_id uuid not null references organisation,
  size            text not null check (size in ('experience', 'short', 'full')),
  status          text not null check (status in (
    'draft', 'submitted', 'changes-requested', 'published', 'discarded'
  )),
  -- What was typed, also what cannot be understood yet; checked when it is read.
  content         jsonb not null,
  version         integer not null check (version > 0),
  -- The case it became, or corrects; in the latter case the version it was made from.
  case_id         text references procurement_case (public_id),
  based_on        integer check (based_on > 0),
  origin_kind     text not null check (origin_kind in ('nothing', 'notice', 'case', 'adoption')),
  origin_id       text check (origin_id <> ''),
  created_by      uuid not null references person,
  created_at      timestamptz not null,
  saved_by        uuid not null references person,
  saved_at        timestamptz not null,
  submitted_by    uuid references person,
  submitted_at    timestamptz,
  ended_at        timestamptz,
  constraint origin_has_an_id check ((origin_kind = 'nothing') = (origin_id is null)),
  constraint submitted_by_someone check ((submitted_by is null) = (submitted_at is null)),
  constraint submitted_follows_status check (
    status not in ('submitted', 'changes-requested') or submitted_at is not null
  ),
  constraint published_is_a_case check (status <> 'published' or case_id is not null),
  constraint based_on_a_case check (based_on is null or case_id is not null),
  -- What is published stands in the catalogue, and what is discarded shall be gone.
  constraint ended_holds_nothing check (
    (status in ('published', 'discarded')) = (ended_at is not null)
    and (ended_at is null or content = '{}'::jsonb)
  )
);
create index case_draft_organisation on case_draft (organisation_id, status);
create index case_draft_status on case_draft (status) where ended_at is null;
-- Two who begin at the same time write in the same draft.
create unique index case_draft_one_correction on case_draft (organisation_id, case_id)
  where ended_at is null and case_id is not null;
create unique index case_draft_one_of_a_notice on case_draft (organisation_id, origin_id)
  where ended_at is null and origin_kind = 'notice';

-- What an open draft was at each saving, so that two who write at once can be told apart word by word; goes when
-- the draft ends.
create table case_draft_state (
  draft_id uuid not null references case_draft on delete cascade,
  version  integer not null check (version > 0),
  content  jsonb not null,
  saved_by uuid not null references person,
  saved_at timestamptz not null,
  primary key (draft_id, version)
);

-- What somebody asks to have changed, in one part of a draft.
create table draft_comment (
  id          uuid primary key,
  draft_id    uuid not null references case_draft on delete cascade,
  block       text not null check (block <> ''),
  text        text not null check (text <> ''),
  asked_by    uuid not null references person,
  asked_at    timestamptz not null,
  resolved_by uuid references person,
  resolved_at timestamptz,
  constraint draft_comment_resolved_by_someone check ((resolved_by is null) = (resolved_at is null))
);
create index draft_comment_draft on draft_comment (draft_id);

-- The same for a published case; the organisation that answers for it corrects it in a draft.
create table case_comment (
  id          uuid primary key,
  case_id     text not null references procurement_case (public_id),
  version     integer not null,
  block       text not null check (block <> ''),
  text        text not null check (text <> ''),
  asked_by    uuid not null references person,
  asked_at    timestamptz not null,
  resolved_by uuid references person,
  resolved_at timestamptz,
  constraint case_comment_resolved_by_someone check ((resolved_by is null) = (resolved_at is null))
);
create index case_comment_case on case_comment (case_id);
