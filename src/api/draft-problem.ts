import type {
  PublishDraftFailure,
  SaveContentFailure,
  StartDraftFailure,
  SubmitDraftFailure,
} from '#src/modules/sharing/index.ts'
import { toBadFields } from './present-draft.ts'
import type { ProblemFacts } from './problem.ts'

type Failure = PublishDraftFailure | SaveContentFailure | StartDraftFailure | SubmitDraftFailure

/** Every refusal of a draft, told to a program. */
export function draftProblem(failure: Failure): ProblemFacts {
  switch (failure.kind) {
    case 'draftNotFound':
      return { kind: 'not-found', detail: 'There is no draft with this id that you may know of.' }
    case 'noticeNotFound':
      return missing('/notice', 'is not the id of a notice here')
    case 'caseNotFound':
      return missing('/case', 'is not the id of a case here')
    case 'notAllowed':
      return { kind: 'not-allowed', detail: 'The one who made the key may not do this for the organisation.' }
    case 'notTheirs':
      return { kind: 'not-allowed', detail: 'Another organisation answers for the case.' }
    case 'wrongStatus':
      return { kind: 'wrong-state', detail: `The draft is ${failure.status}.` }
    case 'caseGone':
      return { kind: 'wrong-state', detail: 'The case it corrects has been withdrawn or merged.' }
    case 'caseChanged':
      return {
        kind: 'wrong-state',
        detail: `The case it corrects has version ${failure.version} by now; bring the draft up to it on its page.`,
      }
    case 'idTaken':
      return { kind: 'wrong-state', detail: 'This draft has been begun and ended.' }
    case 'changedMeanwhile':
      return {
        kind: 'changed-meanwhile',
        detail: `It has version ${failure.version} by now. Read it again and send its ETag.`,
      }
    case 'notComplete':
      return {
        kind: 'not-complete',
        detail: 'Some of what it must tell is missing or wrong.',
        errors: toBadFields(failure.problems),
      }
  }
}

function missing(pointer: string, problem: string): ProblemFacts {
  return { kind: 'body-invalid', detail: `${pointer} ${problem}.`, errors: [{ pointer, problem }] }
}
