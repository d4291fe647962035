-- Everything that can be found, as the modules describe it. Derived: it can always be built anew from them.
create table search_document (
  -- Sorted bytewise, so that pages break at the same place on every engine.
  id           text collate "C" primary key check (id <> ''),
  type         text not null,
  language     text not null,
  title        text not null,
  summary      text not null,
  body         text not null,
  names        text[] not null,
  -- The names without case and accents, for questions that are exactly a name.
  exact_names  text[] not null,
  -- `<facet>:<value>`, all facets in one, so that they are counted in one pass.
  facet_values text[] not null,
  -- Eight-digit codes: filtered on like the other facets, but too many to be counted unasked.
  cpv_codes    text[] not null,
  prior        real not null check (prior between 0 and 1),
  published_on date,
  deadline_at  timestamptz,
  value_nok    double precision,
  -- Whose people may find it; null: everybody.
  organisation text,
  suggestible  boolean not null,
  vector       tsvector not null
);
-- Texts lie beside the row and what is read of every match lies in it, so that counting facets is quick.
alter table search_document set (toast_tuple_target = 256);
alter table search_document
  alter column facet_values set storage main,
  alter column cpv_codes set storage main,
  alter column exact_names set storage main;
create index search_document_vector on search_document using gin (vector);

-- The words of public documents as they are written, for suggestions. What only an organisation may read is
-- not counted here or below: a word or a rank must not give it away.
create table search_word (
  word      text collate "C" primary key,
  folded    text collate "C" not null,
  -- May pass through zero and below while two processes write their share; only what is above counts.
  documents integer not null
);
create index search_word_folded on search_word (folded);

-- In how many public documents a stem occurs: rare ones weigh more.
create table search_lexeme (
  lexeme    text collate "C" primary key,
  documents integer not null
);

create table search_state (
  one_row          boolean primary key default true check (one_row),
  -- Of the analysis the index was built with; null: not built, or not to the end.
  version          integer,
  built_at         timestamptz,
  public_documents integer not null default 0,
  -- Raised by every change, in whichever process: answers are remembered under it.
  generation       bigint not null default 0,
  -- One process builds at a time; another may take over when it has been silent.
  builder          uuid,
  builder_seen_at  timestamptz
);
insert into search_state default values;
