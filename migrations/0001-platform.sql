-- What has happened, written in the same transaction as the change itself, and read by whoever must follow
-- (the search index, notifications, other programs) without the writer knowing them.
create table event (
  seq         bigint generated always as identity primary key,
  kind        text not null check (kind ~ '^[a-z][a-zA-Z-]*(\.[a-z][a-zA-Z-]*)+$'),
  subject     text not null check (subject <> ''),
  payload     jsonb,
  -- Sequence numbers are taken before the commit, so a reader that follows them alone loses the event of a
  -- slow transaction. The transaction's number tells when everything before it has been decided.
  xid         xid8 not null default pg_current_xact_id(),
  occurred_at timestamptz not null default now()
);
create index event_order on event (xid, seq);

-- How far each reader has come; a reader moves its cursor in the transaction in which it acts.
create table event_cursor (
  consumer text primary key check (consumer <> ''),
  xid      xid8 not null default '0',
  seq      bigint not null default 0,
  moved_at timestamptz not null default now()
);

-- Originals of what we have received, once each. The key is the hash of the content, so that what is read
-- can be proved to be what was stored.
create table file (
  sha256     text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size       integer not null check (size >= 0),
  zstd       bytea not null,
  created_at timestamptz not null default now()
);
-- The bytes are compressed already.
alter table file alter column zstd set storage external;
