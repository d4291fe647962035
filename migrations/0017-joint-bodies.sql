-- Whom a notice was bought for though it does not name them: the members of a joint body on the day of the notice, by the
-- register of joint bodies. Derived, and made anew when the register, the notice, or what is known of its buyers changes.
create table notice_principal (
  notice          uuid not null references notice on delete cascade,
  position        integer not null,
  organisation_id uuid not null references organisation,
  -- The joint body whose member it is.
  body_id         uuid not null references organisation,
  -- The body itself is the buyer; or its host is, and says that it acquires for others, or names the body in the text.
  basis           text not null check (basis in ('body', 'hostForOthers', 'hostNamesBody')),
  primary key (notice, position),
  unique (notice, organisation_id)
);
create index notice_principal_organisation on notice_principal (organisation_id);

-- What the derived rows of all notices were last made from, so that a change in it is noticed and they are made anew.
create table notice_derived (
  what      text primary key check (what in ('principals')),
  made_from text not null,
  made_at   timestamptz not null
);

-- Who somebody is, as a person has said, for every notice that writes the name and number so.
create table party_identity (
  party             text not null check (party in ('buyer', 'winner')),
  -- The name as names are compared.
  name_key          text not null check (name_key <> ''),
  -- Empty where none is written.
  number_as_written text not null,
  -- Null: nobody we know.
  organisation_id   uuid references organisation,
  said_at           timestamptz not null,
  primary key (party, name_key, number_as_written)
);

-- What was written, for the list of those who could not be recognised.
alter table notice_buyer
  add column number_as_written text,
  -- Whether a person has recognised whoever is written so.
  add column recognised boolean not null default false;
alter table notice_winner
  add column number_as_written text,
  add column country text,
  add column recognised boolean not null default false;
update notice_buyer set number_as_written = content #>> array['buyers', position::text, 'numberAsWritten']
from notice where notice.id = notice_buyer.notice;
update notice_winner set
  number_as_written = winners #>> array[position::text, 'numberAsWritten'],
  country = winners #>> array[position::text, 'country']
from (
  select id, jsonb_path_query_array(content, '$.lots[*].winners[*]')
    || jsonb_path_query_array(content, '$.resultsWithoutLot[*].winners[*]') as winners
  from notice where exists (select from notice_winner where notice_winner.notice = notice.id)
) as stored
where stored.id = notice_winner.notice;
create index notice_buyer_unrecognised on notice_buyer (name) where organisation_id is null and not recognised;
create index notice_winner_unrecognised on notice_winner (name) where organisation_id is null and not recognised;

-- The competition notice that said how long the contract lasts, where the result did not.
alter table notice_contract_end add column duration_from text;
-- A procedure may have hundreds of results, of which one wants the competition, or the other way round.
drop index notice_procedure;
create index notice_procedure on notice (procedure_id, form_type);
