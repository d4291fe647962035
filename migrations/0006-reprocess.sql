-- What an older reader made is found and made anew, a few at a time.
create index notice_reader on notice (reader_version, id);

-- The reader that refused it; a newer one may be able to.
alter table quarantine add column reader_version integer not null default 0;

-- A person has said who this is, or that it is nobody we know. Reading the notice anew leaves it.
alter table notice_buyer add column confirmed_at timestamptz;

-- Making everything anew takes long: how far it has come, so that a run that was cut off goes on from there.
create table reprocess_run (
  id             uuid primary key,
  reader_version integer not null,
  -- The last notice that was done, in the order of keys.
  reached        uuid,
  started_at     timestamptz not null,
  finished_at    timestamptz,
  report         jsonb not null check (jsonb_typeof(report) = 'object')
);
create unique index reprocess_run_one_unfinished on reprocess_run ((true)) where finished_at is null;
