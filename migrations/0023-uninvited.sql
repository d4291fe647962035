-- An invitation can be taken back: whoever was asked and never came in has not withdrawn.
alter table joint_participant drop constraint joint_participant_status_check;
alter table joint_participant add constraint joint_participant_status_check
  check (status in ('invited', 'interested', 'declined', 'uninvited', 'withdrawn'));
-- Who withdraws has a decision; who has none had an invitation that was taken back.
update joint_participant set status = 'uninvited'
where status = 'withdrawn' and not exists (
  select from joint_withdrawal
  where joint_withdrawal.procurement_id = joint_participant.procurement_id
    and joint_withdrawal.organisation_id = joint_participant.organisation_id
);
