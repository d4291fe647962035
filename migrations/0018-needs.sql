-- What an organisation needs, before there is a procurement. A draft is seen by those who write for it.
create table need (
  id              uuid primary key,
  organisation_id uuid not null references organisation,
  status          text not null check (status in ('draft', 'announced', 'closed')),
  audience        text not null check (audience in ('own', 'public-employees', 'all')),
  -- What was told, in the form of the module's contract; in a draft also what is not told yet.
  content         jsonb not null,
  -- Counts every change of content, audience or status.
  version         integer not null check (version > 0),
  -- The contract it takes over from, where it was begun from one: the notice and its lot.
  notice_id       text check (notice_id <> ''),
  lot             text check (lot <> ''),
  begun_by        uuid not null references person,
  begun_at        timestamptz not null,
  changed_at      timestamptz not null,
  announced_at    timestamptz,
  closed_at       timestamptz,
  closed_cause    text check (closed_cause in ('bought', 'joint', 'no-longer', 'other')),
  closed_reason   text check (closed_reason <> ''),
  constraint announced_has_a_time check (status <> 'announced' or announced_at is not null),
  constraint closed_is_whole check (
    (status = 'closed') = (closed_at is not null) and (closed_at is null) = (closed_cause is null)
  )
);
create index need_organisation on need (organisation_id, status);
create index need_open on need (announced_at desc) where status = 'announced';
create index need_notice on need (notice_id) where notice_id is not null;

-- Every state an announced need has had.
create table need_version (
  need_id    uuid not null references need,
  version    integer not null check (version > 0),
  content    jsonb not null,
  audience   text not null,
  status     text not null,
  saved_by   uuid not null references person,
  saved_at   timestamptz not null,
  reason     text check (reason <> ''),
  primary key (need_id, version)
);

-- Needs of several that are the same: one demand. The statement is what they say together.
create table joint_demand (
  id          uuid primary key,
  title       text not null check (title <> ''),
  status      text not null check (status in ('gathering', 'procurement', 'dissolved')),
  audience    text not null check (audience in ('own', 'public-employees', 'all')),
  -- Who keeps the statement and asks others in.
  lead_id     uuid not null references organisation,
  statement   jsonb not null,
  version     integer not null check (version > 0),
  begun_by    uuid not null references person,
  begun_at    timestamptz not null,
  changed_at  timestamptz not null,
  -- From then suppliers no longer answer: the competition is to come.
  dialogue_closed_at timestamptz,
  ended_at    timestamptz,
  constraint ended_when_dissolved check ((status = 'dissolved') = (ended_at is not null))
);

create table joint_demand_version (
  demand_id  uuid not null references joint_demand,
  version    integer not null check (version > 0),
  title      text not null,
  statement  jsonb not null,
  saved_by   uuid not null references person,
  saved_at   timestamptz not null,
  primary key (demand_id, version)
);

-- A need that is asked into a demand, is in it, or was. Each organisation decides for its own need, and may undo it.
create table joint_demand_need (
  demand_id  uuid not null references joint_demand,
  position   integer not null check (position >= 0),
  need_id    uuid not null references need,
  status     text not null check (status in ('asked', 'joined', 'declined', 'left')),
  asked_by   uuid not null references person,
  asked_at   timestamptz not null,
  decided_by uuid references person,
  decided_at timestamptz,
  reason     text check (reason <> ''),
  primary key (demand_id, position),
  constraint decided_by_someone check ((status = 'asked') = (decided_at is null))
);
-- A need is in one demand at a time, and asked once into each.
create unique index joint_demand_need_once on joint_demand_need (need_id) where status = 'joined';
create unique index joint_demand_need_open on joint_demand_need (demand_id, need_id) where status in ('asked', 'joined');

-- What a supplier answers: to a need, or to a demand. What is a business secret is seen by those who had announced
-- it when the answer was given, and by nobody who comes later.
create table market_answer (
  id              uuid primary key,
  need_id         uuid references need,
  demand_id       uuid references joint_demand,
  organisation_id uuid not null references organisation,
  kind            text not null check (kind in ('have', 'would-adapt', 'would-develop')),
  openness        text not null check (openness in ('open', 'secret')),
  words           text not null check (words <> ''),
  link            text check (link ~ '^https?://'),
  -- Why it would harm to have it known, where it is a business secret (forvaltningsloven § 13).
  secret_because  text check (secret_because <> ''),
  -- That the supplier has answered at all is part of the secret.
  hides_name      boolean not null default false check (openness = 'secret' or not hides_name),
  given_by        uuid not null references person,
  given_at        timestamptz not null,
  withdrawn_at    timestamptz,
  constraint answers_one_thing check ((need_id is null) <> (demand_id is null)),
  constraint secret_has_a_reason check ((openness = 'secret') = (secret_because is not null))
);
create unique index market_answer_need_once on market_answer (need_id, organisation_id) where withdrawn_at is null;
create unique index market_answer_demand_once on market_answer (demand_id, organisation_id) where withdrawn_at is null;
create index market_answer_supplier on market_answer (organisation_id);

create table market_answer_reader (
  answer_id       uuid not null references market_answer,
  organisation_id uuid not null references organisation,
  primary key (answer_id, organisation_id)
);

-- The levelling log: what was decided about each answer, why, and when. The newest holds; none is changed.
create table levelling_entry (
  id         uuid primary key,
  answer_id  uuid not null references market_answer,
  position   integer not null check (position >= 0),
  decision   text not null check (decision in ('in-summary', 'not-relevant', 'secret')),
  reason     text not null check (reason <> ''),
  -- What the summary says of it, without saying who.
  summary    text check (summary <> ''),
  decided_for uuid not null references organisation,
  decided_by uuid not null references person,
  decided_at timestamptz not null,
  unique (answer_id, position),
  constraint summed_up_in_words check (decision <> 'in-summary' or summary is not null)
);

-- What a buyer tells the market, or answers one supplier: everybody sees it, to whom it was said, and when.
create table market_message (
  id              uuid primary key,
  need_id         uuid references need,
  demand_id       uuid references joint_demand,
  answer_id       uuid references market_answer,
  -- The question that is answered.
  reply_to        uuid references market_message,
  organisation_id uuid not null references organisation,
  kind            text not null check (kind in ('message', 'question', 'reply')),
  words           text not null check (words <> ''),
  sent_by         uuid not null references person,
  sent_at         timestamptz not null,
  constraint says_of_one_thing check ((need_id is null) <> (demand_id is null))
);
create index market_message_need on market_message (need_id, sent_at) where need_id is not null;
create index market_message_demand on market_message (demand_id, sent_at) where demand_id is not null;

-- The summary of the market dialogue, as it was published; before a competition there is one.
create table dialogue_summary (
  id              uuid primary key,
  need_id         uuid references need,
  demand_id       uuid references joint_demand,
  version         integer not null check (version > 0),
  words           text not null check (words <> ''),
  archive_reference text check (archive_reference <> ''),
  organisation_id uuid not null references organisation,
  published_by    uuid not null references person,
  published_at    timestamptz not null,
  constraint sums_up_one_thing check ((need_id is null) <> (demand_id is null))
);
create unique index dialogue_summary_need on dialogue_summary (need_id, version) where need_id is not null;
create unique index dialogue_summary_demand on dialogue_summary (demand_id, version) where demand_id is not null;
