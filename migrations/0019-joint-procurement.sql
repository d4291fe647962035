-- Several who buy together: one way, from the first interest to a measured benefit.
create table joint_procurement (
  id            uuid primary key,
  title         text not null check (title <> ''),
  path          text not null check (path ~ '^[a-z][a-z-]*$'),
  -- Where it is in the life of a joint procurement.
  step          text not null check (step ~ '^[a-z][a-z-]*$'),
  outcome       text check (outcome in ('closed', 'cancelled', 'stopped')),
  outcome_reason text check (outcome_reason <> ''),
  lead_id       uuid not null references organisation,
  -- The demand it came of.
  demand_id     uuid references joint_demand,
  audience      text not null check (audience in ('own', 'public-employees', 'all')),
  -- What is known of it: estimate, dates, notice, archive reference; the form of the module's contract.
  facts         jsonb not null,
  version       integer not null check (version > 0),
  -- Which time the check before publication is gone through; what was passed before a change no longer counts.
  gate_round    integer not null default 1 check (gate_round > 0),
  -- From then nobody is added.
  locked_at     timestamptz,
  -- The case it became.
  case_id       text references procurement_case (public_id),
  draft_id      uuid references case_draft,
  begun_by      uuid not null references person,
  begun_at      timestamptz not null,
  changed_at    timestamptz not null,
  ended_at      timestamptz,
  constraint ended_is_whole check ((outcome is null) = (ended_at is null)),
  constraint ended_early_with_a_reason check (outcome is null or outcome = 'closed' or outcome_reason is not null)
);
create index joint_procurement_lead on joint_procurement (lead_id);
create unique index joint_procurement_demand on joint_procurement (demand_id) where demand_id is not null and outcome is null;

-- Who takes part, and how far each has come by itself.
create table joint_participant (
  procurement_id  uuid not null references joint_procurement,
  organisation_id uuid not null references organisation,
  role            text not null check (role in ('lead', 'host', 'participant', 'option', 'follower')),
  status          text not null check (status in ('invited', 'interested', 'declined', 'withdrawn')),
  -- Intent, anchoring, mandate, cost share, contract: what each has told of itself, by the module's contract.
  standing        jsonb not null,
  version         integer not null check (version > 0),
  joined_at       timestamptz not null,
  decided_at      timestamptz,
  primary key (procurement_id, organisation_id)
);
create index joint_participant_organisation on joint_participant (organisation_id);
create unique index joint_participant_one_lead on joint_participant (procurement_id)
  where role = 'lead' and status <> 'withdrawn';

-- Every step that was taken, forwards or back.
create table joint_step (
  procurement_id uuid not null references joint_procurement,
  position       integer not null check (position >= 0),
  step           text not null,
  happened_on    date not null,
  reason         text check (reason <> ''),
  taken_for      uuid not null references organisation,
  taken_by       uuid not null references person,
  taken_at       timestamptz not null,
  primary key (procurement_id, position)
);

-- Who has passed the check before publication, for whom, and with which authority. Each for its own.
create table gate_pass (
  procurement_id  uuid not null references joint_procurement,
  round           integer not null check (round > 0),
  organisation_id uuid not null references organisation,
  passed_by       uuid not null references person,
  title           text not null check (title <> ''),
  -- What the authority rests on: a delegation, a decision.
  authority       text not null check (authority <> ''),
  -- A digest of what was passed.
  digest          text not null check (digest ~ '^[0-9a-f]{64}$'),
  passed_at       timestamptz not null,
  primary key (procurement_id, round, organisation_id)
);

-- A draft of the notice as it was read for the check; only what was found, never the file's contact persons.
create table gate_draft_notice (
  procurement_id uuid primary key references joint_procurement,
  name           text not null,
  sha256         text not null,
  found          jsonb not null,
  read_by        uuid not null references person,
  read_at        timestamptz not null
);

create table joint_withdrawal (
  procurement_id  uuid not null references joint_procurement,
  organisation_id uuid not null references organisation,
  position        integer not null check (position >= 0),
  decided_on      date not null,
  decided_by_body text not null check (decided_by_body <> ''),
  reason          text not null check (reason <> ''),
  archive_reference text check (archive_reference <> ''),
  -- In which step the procurement was, and what was shown of what follows.
  step            text not null,
  consequence     jsonb not null,
  noted_by        uuid not null references person,
  noted_at        timestamptz not null,
  primary key (procurement_id, organisation_id, position)
);

create table joint_decision (
  id             uuid primary key,
  procurement_id uuid not null references joint_procurement,
  decided_on     date not null,
  title          text not null check (title <> ''),
  words          text not null,
  decided_by     text not null check (decided_by <> ''),
  archive_reference text check (archive_reference <> ''),
  noted_for      uuid not null references organisation,
  noted_by       uuid not null references person,
  noted_at       timestamptz not null
);
create index joint_decision_procurement on joint_decision (procurement_id, decided_on);

create table joint_task (
  id              uuid primary key,
  procurement_id  uuid not null references joint_procurement,
  -- Whose turn it is; nobody is everybody.
  organisation_id uuid references organisation,
  title           text not null check (title <> ''),
  due_on          date,
  version         integer not null check (version > 0),
  added_by        uuid not null references person,
  added_at        timestamptz not null,
  done_by         uuid references person,
  done_at         timestamptz,
  constraint done_by_someone check ((done_by is null) = (done_at is null))
);
create index joint_task_procurement on joint_task (procurement_id);

-- A question to all, and what each answers.
create table joint_question (
  id             uuid primary key,
  procurement_id uuid not null references joint_procurement,
  words          text not null check (words <> ''),
  answer_by      date,
  asked_for      uuid not null references organisation,
  asked_by       uuid not null references person,
  asked_at       timestamptz not null
);
create table joint_reply (
  question_id     uuid not null references joint_question,
  organisation_id uuid not null references organisation,
  words           text not null check (words <> ''),
  replied_by      uuid not null references person,
  replied_at      timestamptz not null,
  primary key (question_id, organisation_id)
);

create table joint_meeting (
  id             uuid primary key,
  procurement_id uuid not null references joint_procurement,
  kind           text not null check (kind in ('group', 'dialogue', 'contract', 'other')),
  title          text not null check (title <> ''),
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  place          text not null,
  link           text check (link ~ '^https?://'),
  agenda         text not null,
  -- iCalendar SEQUENCE: counts every change, so that calendars follow.
  sequence       integer not null check (sequence >= 0),
  called_by      uuid not null references person,
  called_at      timestamptz not null,
  changed_at     timestamptz not null,
  cancelled_at   timestamptz,
  constraint ends_after_start check (ends_at > starts_at)
);
create index joint_meeting_procurement on joint_meeting (procurement_id, starts_at);

-- A contract that came of it, of one participant or of several.
create table joint_contract (
  id             uuid primary key,
  procurement_id uuid not null references joint_procurement,
  -- Null where one contract is for all.
  organisation_id uuid references organisation,
  supplier_id    uuid references organisation,
  supplier_name  text not null check (supplier_name <> ''),
  signed_on      date,
  starts_on      date not null,
  ends_on        date not null,
  -- Last day with every option used.
  latest_ends_on date,
  terms          jsonb not null,
  version        integer not null check (version > 0),
  noted_by       uuid not null references person,
  noted_at       timestamptz not null,
  constraint ends_after_it_starts check (ends_on >= starts_on and (latest_ends_on is null or latest_ends_on >= ends_on))
);
create index joint_contract_procurement on joint_contract (procurement_id);
create index joint_contract_ends on joint_contract (ends_on);

create table joint_deviation (
  id            uuid primary key,
  contract_id   uuid not null references joint_contract,
  organisation_id uuid not null references organisation,
  happened_on   date not null,
  words         text not null check (words <> ''),
  settled_on    date,
  settled_how   text check (settled_how <> ''),
  noted_by      uuid not null references person,
  noted_at      timestamptz not null,
  constraint settled_is_whole check ((settled_on is null) = (settled_how is null))
);
create index joint_deviation_contract on joint_deviation (contract_id);

-- How far each has come in taking it into use, and what came of it 3, 12 and 24 months later.
create table roll_out_step (
  procurement_id  uuid not null references joint_procurement,
  organisation_id uuid not null references organisation,
  position        integer not null check (position >= 0),
  status          text not null check (status in ('not-begun', 'under-way', 'in-use', 'stopped')),
  happened_on     date not null,
  words           text check (words <> ''),
  noted_by        uuid not null references person,
  noted_at        timestamptz not null,
  primary key (procurement_id, organisation_id, position),
  constraint stopped_with_a_reason check (status <> 'stopped' or words is not null)
);

create table benefit_measurement (
  procurement_id  uuid not null references joint_procurement,
  organisation_id uuid not null references organisation,
  months          integer not null check (months in (3, 12, 24)),
  -- What was measured: baseline, target, value, unit, method, grade, or why nothing was.
  measured        jsonb not null,
  version         integer not null check (version > 0),
  measured_on     date not null,
  noted_by        uuid not null references person,
  noted_at        timestamptz not null,
  primary key (procurement_id, organisation_id, months)
);
-- What has been reminded of, so that nobody is reminded twice.
create table joint_reminder (
  procurement_id  uuid not null references joint_procurement,
  organisation_id uuid not null references organisation,
  occasion        text not null check (occasion <> ''),
  reminded_at     timestamptz not null,
  primary key (procurement_id, organisation_id, occasion)
);
