/**
 * What municipalities write for others to read, until it is published: drafts in three sizes that grow into each
 * other, saved page by page as they are typed, read by a colleague, and then a case in the catalogue or the next
 * version of one. A draft is seen by those who write for the organisation and, once submitted, by the curators.
 */
export { draftAsAdviser, draftsAsAdviser, isDraft } from './adviser-drafts.ts'
export {
  type AnswerChangeFailure,
  type AskForCaseChangesFailure,
  type AskForChangesFailure,
  answerChange,
  askForCaseChanges,
  askForChanges,
} from './ask-for-changes.ts'
export {
  type Answer,
  caseAnswers,
  caseDifference,
  type DifferencePart,
  type FieldDifference,
  typedAnswers,
  typedDifference,
  wordByWord,
} from './case-difference.ts'
export { type Comment, commentsOfCase, commentsOfDraft } from './comments-repository.ts'
export { type Draft, isWritable } from './draft.ts'
export { type EditCase, type EditCaseFailure, editCase, withAnswers } from './edit-case.ts'
export { applyChoices, type Choice } from './form/apply-choices.ts'
export type { Field, FormPart, Rows, Step } from './form/field.ts'
export { fillForm } from './form/fill-form.ts'
export { looksPersonal, PRIVATE_PROVIDERS } from './form/mailbox.ts'
export { type Problem, type ProblemReason, problemsOf } from './form/problems.ts'
export { readForm } from './form/read-form.ts'
export { readPosted, withRows } from './form/read-posted.ts'
export { stepCalled, stepsOf } from './form/steps.ts'
export { holdsContactDetails } from './holds-contact-details.ts'
export type { Conflict } from './merge-typed.ts'
export {
  discardDraft,
  growDraft,
  type SubmitDraftFailure,
  submitDraft,
  takeBackDraft,
} from './move-draft.ts'
export { ownParty } from './parties.ts'
export { type PickRequirement, type PickRequirementFailure, pickRequirement } from './pick-requirement.ts'
export { mayAskForChanges, mayPublish, mayWrite } from './policy.ts'
export { type NextUseful, type Progress, progressOf, type StepProgress, stepToAdd } from './progress.ts'
export { levelOf, type PublishDraftFailure, publishDraft } from './publish-draft.ts'
export { draftsOf, draftThemesOf, readDraft, submittedDrafts } from './read-draft.ts'
export { type RebaseDraftFailure, rebaseDraft } from './rebase-draft.ts'
export {
  type ContentBlock,
  type SaveContent,
  type SaveContentFailure,
  saveContent,
} from './save-content.ts'
export { type SavedStep, saveStep } from './save-step.ts'
export { type Beginning, type StartDraft, type StartDraftFailure, startDraft } from './start-draft.ts'
export {
  type SuggestCorrectionFailure,
  suggestCorrection,
  suggestsFor,
} from './suggest-correction.ts'
export { readAt, rowsAt, type TypedContent, type TypedRow, textAt, writeAt } from './typed-content.ts'
export { unsettledSteps, unsettledTexts } from './unsettled-texts.ts'
export type { WriteFailure } from './write-in-draft.ts'
