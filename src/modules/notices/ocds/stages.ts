import type { FormType } from '#src/modules/notices/contract.ts'
import { type JsonObject, lineAt, linesAt, objectAt, objectsAt } from './json-object.ts'

/** Where in the process a release stands. Releases of one stage replace each other, as versions of a notice do. */
export type Stage = 'planning' | 'tender' | 'award' | 'contract' | 'implementation' | 'compiled'

const STAGE_BY_TAG: Readonly<Record<string, Stage>> = {
  planning: 'planning',
  planningUpdate: 'planning',
  tender: 'tender',
  tenderAmendment: 'tender',
  tenderUpdate: 'tender',
  tenderCancellation: 'tender',
  award: 'award',
  awardUpdate: 'award',
  awardCancellation: 'award',
  contract: 'contract',
  contractUpdate: 'contract',
  contractAmendment: 'contract',
  implementation: 'implementation',
  implementationUpdate: 'implementation',
  contractTermination: 'implementation',
  compiled: 'compiled',
}
const ORDER: readonly Stage[] = ['compiled', 'implementation', 'contract', 'award', 'tender', 'planning']

/** The furthest of the stages that the tags name; a release without usable tags is told by its content. */
export function stageOf(release: JsonObject): Stage {
  const named = new Set(linesAt(release, 'tag').flatMap((tag) => STAGE_BY_TAG[tag] ?? []))
  // An award that is told together with its contract is the result of the procedure.
  if (named.has('award') && named.has('contract')) return 'award'
  // What is planned is often told as the tender it will become.
  if (named.has('planning') && /^plann(?:ing|ed)$/.test(lineAt(release, 'tender.status') ?? ''))
    return 'planning'
  return ORDER.find((stage) => named.has(stage)) ?? stageOfContent(release)
}

function stageOfContent(release: JsonObject): Stage {
  if (objectsAt(release, 'awards').length > 0) return 'award'
  if (objectsAt(release, 'contracts').length > 0) return 'contract'
  return objectAt(release, 'tender') ? 'tender' : 'planning'
}

/** The eForms form type (BT-03) that says the same. */
export function formTypeOf(release: JsonObject): FormType {
  const tags = linesAt(release, 'tag')
  if (tags.includes('contractTermination')) return 'completion'
  if (tags.includes('contractAmendment') || (tags.includes('contractUpdate') && tags.includes('awardUpdate')))
    return 'cont-modif'
  const stage = stageOf(release)
  const told = stage === 'compiled' ? stageOfContent(release) : stage
  if (told === 'planning') return 'planning'
  return told === 'tender' ? 'competition' : 'result'
}
