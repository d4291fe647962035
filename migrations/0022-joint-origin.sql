-- A draft can begin with a joint procurement that has come to its end.
alter table case_draft drop constraint case_draft_origin_kind_check;
alter table case_draft add constraint case_draft_origin_kind_check
  check (origin_kind in ('nothing', 'notice', 'case', 'adoption', 'joint-procurement'));
