-- The index itself lies in each process now. Here are the documents it is made of, and the order they changed in.
drop table search_word, search_lexeme;
alter table search_document
  drop column vector,
  drop column exact_names,
  -- Words a document is found by, and never shown with.
  add column keywords text not null default '',
  -- The generation of the change that wrote it. Writers take turns by locking search_state until they commit, so
  -- whoever sees a number also sees everything below it.
  add column change_seq bigint not null default 0;
create index search_document_change on search_document (change_seq, id);

-- What has been taken out, for those who follow.
create table search_removed (
  id         text collate "C" primary key,
  change_seq bigint not null
);
create index search_removed_change on search_removed (change_seq, id);

alter table search_state
  drop column public_documents,
  -- Another one for every building from the beginning: what was followed before is then worth nothing.
  add column epoch uuid not null default gen_random_uuid();
update search_state set version = null, builder = null, builder_seen_at = null, generation = generation + 1;
