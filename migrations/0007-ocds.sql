-- The files that are OCDS releases. A release that names the eForms notice it was made from is an original of that
-- notice and no notice of its own; its id still leads there.
create table notice_release (
  sha256    text primary key references notice_original on delete cascade,
  -- `ocds-<ocid>-<release id>`. For ever.
  public_id text not null,
  -- The eForms notice it was made from, under every name that may be stored by: number of publication, notice id with
  -- and without version. Empty where it names none.
  names     text[] not null
);
create index notice_release_public_id on notice_release (public_id);
-- An eForms notice that comes after its release is looked up here.
create index notice_release_names on notice_release using gin (names);
