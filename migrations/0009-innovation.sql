-- What speaks for a notice being an innovative procurement, found by rules that read its codes and its text.
alter table notice
  drop constraint notice_assessment_check,
  add constraint notice_assessment_known check (assessment in ('declared', 'likely', 'possible', 'none')),
  -- The conditions, the signals with their place and sentence, and what is missing. Null until it is assessed.
  add column innovation jsonb,
  -- By which version of the rules, so that a newer one can assess it anew.
  add column rules_version integer;
-- What older rules assessed is found and assessed anew, a few at a time.
create index notice_rules on notice (rules_version, id);
