-- What the program does by itself, one row for each. Any number of processes look here; the lease decides which
-- of them does the work, and one that has died loses it when the lease runs out.
create table job (
  name             text primary key check (name ~ '^[a-z][a-z0-9-]*$'),
  -- Null for what is only done when somebody asks.
  due_at           timestamptz,
  lease_holder     uuid,
  lease_until      timestamptz,
  started_at       timestamptz,
  -- Failures since the last success: what the wait before the next try grows with.
  failures         integer not null default 0 check (failures >= 0),
  last_success_at  timestamptz,
  last_success     jsonb,
  last_failure_at  timestamptz,
  -- A code with parameters; the words are the interface's.
  last_failure     jsonb,
  constraint lease_is_whole check ((lease_holder is null) = (lease_until is null))
);

-- How far a source has been read, by day. A day is searched again until it is so old that nothing more comes.
create table source_day (
  source      text not null,
  -- What was asked for: '' is everything Norwegian, others are the hash of a question of one's own.
  question    text not null,
  day         date not null,
  -- How many notices the source said there were, and how many of them it would name.
  announced   integer not null check (announced >= 0),
  named       integer not null check (named >= 0),
  -- Null where the source could be searched; otherwise why not.
  failure     jsonb,
  searched_at timestamptz not null,
  primary key (source, question, day)
);

-- Every notice a source has named, until its text has come and been kept, so that nothing is fetched twice and
-- nothing that could not be fetched is forgotten.
create table source_hit (
  source     text not null,
  -- Doffin's id, or the publication number of TED without leading zeros.
  number     text not null,
  question   text not null,
  day        date not null,
  state      text not null check (state in ('wanted', 'kept', 'gone')),
  tries      integer not null default 0,
  failure    jsonb,
  -- Not asked for before this.
  try_after  timestamptz,
  found_at   timestamptz not null,
  settled_at timestamptz,
  primary key (source, number)
);
create index source_hit_open on source_hit (source, question, day) where state <> 'kept';

-- To see whether what TED announces has already come as a file.
create index notice_original_published on notice_original (ltrim(publication_number, '0'));
