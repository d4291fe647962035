-- That an organisation considers, plans, buys or uses what another has told of. The steps are rows of their own, so
-- that the way and its dates stay.
create table adoption (
  id              uuid primary key,
  organisation_id uuid not null references organisation,
  -- What it was taken from, as it stood then.
  case_id         text not null references procurement_case (public_id),
  case_version    integer not null check (case_version > 0),
  status          text not null check (status in (
    'considering', 'planning', 'procuring', 'in-use', 'replaced', 'abandoned'
  )),
  -- Who may see it before it is in use; what is in use is for everybody.
  audience        text not null check (audience in ('own', 'public-employees', 'all')),
  -- What is done otherwise than in the original, in the organisation's own words.
  differences     text check (differences <> ''),
  -- How large it was there and is here, in the same unit: what hypotheses of effect are scaled by.
  volume_there    double precision check (volume_there > 0),
  volume_here     double precision check (volume_here > 0),
  draft_id        uuid references case_draft,
  version         integer not null check (version > 0),
  begun_by        uuid not null references person,
  begun_at        timestamptz not null
);
-- One way at a time with one case; a new one may begin when the last has ended.
create unique index adoption_once on adoption (organisation_id, case_id)
  where status not in ('replaced', 'abandoned');
create index adoption_case on adoption (case_id);
create index adoption_draft on adoption (draft_id) where draft_id is not null;

create table adoption_step (
  adoption_id uuid not null references adoption on delete cascade,
  position    integer not null check (position >= 0),
  status      text not null,
  happened_on date not null,
  -- Why, where it was replaced or abandoned: that is what others learn from.
  reason      text check (reason <> ''),
  noted_by    uuid not null references person,
  noted_at    timestamptz not null,
  primary key (adoption_id, position),
  constraint ended_with_a_reason check (status not in ('replaced', 'abandoned') or reason is not null)
);

-- What a supplier says of its own solution, in its own words and marked as such.
create table solution_claim (
  id              uuid primary key,
  solution_id     text not null references solution (public_id),
  organisation_id uuid not null references organisation,
  status          text not null check (status in ('asked', 'accepted', 'refused', 'ended')),
  words           text not null check (words <> ''),
  link            text check (link ~ '^https?://'),
  asked_by        uuid not null references person,
  asked_at        timestamptz not null,
  decided_by      uuid references person,
  decided_at      timestamptz,
  reason          text,
  constraint decided_by_someone check ((status = 'asked') = (decided_at is null))
);
create unique index solution_claim_once on solution_claim (solution_id, organisation_id)
  where status in ('asked', 'accepted');
