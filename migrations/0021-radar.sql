-- What of a contract that ends says what was bought, so that the radar of a whole county need not open every notice.
alter table notice_contract_end add column cpv text[] not null default '{}';
update notice_contract_end as one set cpv = coalesce(
  (select array_agg(code) from jsonb_array_elements(content -> 'lots') as lots (item),
    jsonb_array_elements_text(item -> 'cpv') as code where item ->> 'id' = one.lot),
  notice.cpv)
from notice where notice.id = one.notice;
alter table notice_contract_end alter column cpv drop default;
create index notice_contract_end_latest on notice_contract_end (latest_ends_on);
-- What is planned: few among all notices, and asked for by day.
create index notice_planned on notice (listed_on) where current and form_type in ('planning', 'consultation');
-- Contracts that were modified: few, and each outdates what was told of it before.
create index notice_modified on notice (procedure_id) where current and form_type = 'cont-modif';
