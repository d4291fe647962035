-- When the words of a story were last corrected; who may read it is changed without that.
alter table stop add column corrected_at timestamptz;

-- Somebody who has chosen to be asked about a case, until a day. It is no part of what the case tells, so that it is in no
-- search, answer, paper or version of it.
create table case_contact (
  case_id         text not null references procurement_case (public_id),
  person_id       uuid not null references person on delete cascade,
  organisation_id uuid not null references organisation,
  shows_email     boolean not null,
  until           date not null,
  chosen_at       timestamptz not null,
  primary key (case_id, person_id)
);
create index case_contact_person on case_contact (person_id);

-- For whom a correction was suggested; nobody when it is the editors who ask.
alter table case_comment add column asked_for uuid references organisation;

-- What somebody typed in a draft while another saved the same otherwise, until it is settled.
create table case_draft_unsettled (
  draft_id  uuid not null references case_draft on delete cascade,
  person_id uuid not null references person on delete cascade,
  step      text not null check (step <> ''),
  texts     jsonb not null,
  kept_at   timestamptz not null,
  primary key (draft_id, person_id, step)
);
create index case_draft_unsettled_person on case_draft_unsettled (person_id);

-- Whether the answer to a wish to be removed has been sent to the address that was given; nothing where none was.
alter table removal_request add column answer_mail text check (answer_mail in ('ready', 'handed-over', 'given-up'));
alter table removal_request add column answer_mail_tries integer not null default 0 check (answer_mail_tries >= 0);
alter table removal_request add column answer_mail_after timestamptz;
create index removal_request_answer_mail on removal_request (answer_mail_after) where answer_mail = 'ready';
