-- Files that may be large, by the hash of their content: what is known of them, wherever the bytes lie.
create table large_file (
  sha256   text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size     integer not null check (size > 0),
  -- When somebody last asked for it to be kept. What nothing refers to is taken away a good while after.
  asked_at timestamptz not null
);
create index large_file_asked on large_file (asked_at);

-- The bytes, where no other shelf has been chosen: in pieces, so that neither reading nor a backup holds a whole
-- file in memory.
create table large_file_piece (
  sha256   text not null references large_file on delete cascade,
  position integer not null check (position >= 0),
  bytes    bytea not null,
  primary key (sha256, position)
);
-- What is uploaded is packed already.
alter table large_file_piece alter column bytes set storage external;

-- A document that an organisation shares: what it is, who may see it, and who has the right to it.
create table document (
  id               uuid primary key,
  organisation_id  uuid not null references organisation,
  -- What it belongs to (a case, a draft of one); nothing for one that stands in the bank by itself.
  subject_kind     text check (subject_kind ~ '^[a-z][a-z-]*$'),
  subject_id       text check (subject_id <> ''),
  title            text not null check (title <> ''),
  description      text not null,
  kind             text not null check (kind ~ '^[a-z][a-z-]*$'),
  step             text check (step <> ''),
  theme_id         text check (theme_id <> ''),
  language         text not null check (language in ('nb', 'nn', 'se', 'en', 'other')),
  visibility       text not null check (visibility in ('organisation', 'public-employees', 'all')),
  rights_owner     text not null check (rights_owner in ('own', 'consultant', 'supplier', 'other', 'unknown')),
  -- Who that is, and who has said that it may be shared, in words; both empty where it is the organisation's own.
  rights_holder    text not null,
  permission       text not null,
  licence          text not null check (licence in ('cc-by-4.0', 'none')),
  current_version  integer not null check (current_version > 0),
  -- Counts every change of what is said about it, so that nobody is overwritten.
  revision         integer not null check (revision > 0),
  added_by         uuid not null references person,
  added_at         timestamptz not null,
  changed_at       timestamptz not null,
  withdrawn_at     timestamptz,
  withdrawn_by     uuid references person,
  withdrawn_cause  text check (withdrawn_cause in ('outdated', 'wrong', 'personal-data', 'secret', 'rights', 'other')),
  withdrawn_reason text check (withdrawn_reason <> ''),
  constraint subject_is_whole check ((subject_kind is null) = (subject_id is null)),
  -- Nobody can license what somebody else has the exclusive right to (åndsverkloven § 3).
  constraint licensed_by_its_owner check (licence <> 'cc-by-4.0' or rights_owner = 'own'),
  constraint shared_with_permission check (
    visibility = 'organisation' or rights_owner = 'own' or (rights_owner <> 'unknown' and permission <> '')
  ),
  constraint withdrawal_is_whole check (
    (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_cause is null)
    and (withdrawn_at is null) = (withdrawn_reason is null)
  )
);
create index document_organisation on document (organisation_id);
create index document_subject on document (subject_kind, subject_id);
create index document_newest on document (changed_at desc, id) where withdrawn_at is null;

-- Every file that has been uploaded for it. Rows are never changed, except that the content can be taken away.
create table document_version (
  document_id   uuid not null references document,
  version       integer not null check (version > 0),
  sha256        text references large_file,
  size          integer not null check (size > 0),
  -- What the content is, whatever it was called.
  format        text not null check (format <> ''),
  name          text not null check (name <> ''),
  -- As it was sent; shown to nobody but those who answer for the document, as text.
  original_name text not null,
  note          text not null,
  -- What whoever uploaded should look at again: comments, tracked changes, where a picture was taken.
  remarks       text[] not null,
  -- Which edition of the declaration (no personal data, no secrets) was made with it.
  declaration   integer not null check (declaration > 0),
  added_by      uuid not null references person,
  added_at      timestamptz not null,
  erased_at     timestamptz,
  primary key (document_id, version),
  constraint kept_or_erased check ((sha256 is null) = (erased_at is not null))
);
create index document_version_file on document_version (sha256);

create function document_version_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.erased_at is null and new.erased_at is not null
    and (new.document_id, new.version, new.size, new.format, new.note, new.remarks, new.declaration, new.added_by, new.added_at)
      = (old.document_id, old.version, old.size, old.format, old.note, old.remarks, old.declaration, old.added_by, old.added_at)
  then return new;
  end if;
  raise exception 'A version of a document cannot be changed, only erased';
end $$;
create trigger document_version_stays before update or delete on document_version
  for each row execute function document_version_stays();
