-- What a person has chosen for each topic; where nothing is chosen the topic's usual way holds.
create table notification_choice (
  person_id uuid not null references person on delete cascade,
  topic     text not null,
  way       text not null check (way in ('none', 'list', 'digest', 'immediate')),
  primary key (person_id, topic)
);

-- One mail to one person. It is made with what it tells in one transaction, and its id is the Message-ID, so a mail that
-- is handed over twice because the program died in between is one mail in the mailbox.
create table mail (
  id          uuid primary key,
  person_id   uuid not null references person on delete cascade,
  form        text not null check (form in ('immediate', 'digest')),
  state       text not null check (state in ('ready', 'handed-over', 'given-up')),
  made_at     timestamptz not null,
  tries       integer not null default 0 check (tries >= 0),
  -- Not tried before this; moved ahead while somebody is at it, so that no other is.
  try_after   timestamptz not null,
  -- What the mail server said, without addresses.
  refusal     text,
  settled_at  timestamptz,
  constraint settled_has_a_time check ((state = 'ready') = (settled_at is null))
);
create index mail_ready on mail (try_after) where state = 'ready';
create index mail_person on mail (person_id);

-- That something has happened which concerns a person, once for each event.
create table notification (
  id              uuid primary key,
  person_id       uuid not null references person on delete cascade,
  -- `event.seq`, or the key of what was found for a saved search.
  occasion        text not null check (occasion <> ''),
  kind            text not null check (kind <> ''),
  topic           text not null,
  -- For whom it is, to one who acts for several.
  organisation_id uuid references organisation,
  -- What the text says: titles and names as they were then.
  facts           jsonb not null,
  -- Where it leads, without language.
  path            text not null check (path like '/%'),
  happened_at     timestamptz not null,
  read_at         timestamptz,
  way             text not null check (way in ('list', 'digest', 'immediate')),
  mail_id         uuid references mail,
  unique (person_id, occasion)
);
create index notification_list on notification (person_id, happened_at desc, id);
create index notification_unsent on notification (way, person_id) where mail_id is null and way <> 'list';

-- A search whose news a person wants.
create table saved_search (
  id         uuid primary key,
  person_id  uuid not null references person on delete cascade,
  name       text not null check (name <> ''),
  -- The address of the search, as the page writes it, without language and page.
  question   text not null,
  language   text not null check (language in ('nb', 'nn', 'en')),
  way        text not null check (way in ('list', 'digest', 'immediate')),
  made_at    timestamptz not null,
  looked_at  timestamptz not null
);
create index saved_search_person on saved_search (person_id);

-- What a saved search had found when it was made, or has told of: never told again.
create table saved_search_seen (
  search_id uuid not null references saved_search on delete cascade,
  hit_id    text not null,
  primary key (search_id, hit_id)
);
