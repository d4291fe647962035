import type { CaseBlock, CaseContent, CaseKind, StepPhase } from './contract.ts'
import { CASE_BLOCKS } from './contract.ts'

const OF_EVERY_KIND = ['identity', 'who', 'need', 'effects', 'lessons', 'provenance'] as const

/** What one expects of a record; a network has no contract, and a market enquiry no effects yet. */
const EXPECTED: Readonly<Record<CaseKind, readonly CaseBlock[]>> = {
  procurement: CASE_BLOCKS,
  'market-enquiry': [
    'identity',
    'who',
    'need',
    'userInvolvement',
    'requirements',
    'marketDialogue',
    'lessons',
    'reuse',
    'provenance',
  ],
  pilot: [...OF_EVERY_KIND, 'userInvolvement', 'requirements', 'reuse'],
  grant: [...OF_EVERY_KIND, 'reuse'],
  programme: [...OF_EVERY_KIND, 'reuse'],
  network: OF_EVERY_KIND,
  'legal-lesson': ['identity', 'who', 'competition', 'lessons', 'provenance'],
}

/** The blocks that a record of its kind should have and that nobody has written, in reading order. */
export function missingBlocks(content: CaseContent): readonly CaseBlock[] {
  const expected = new Set(EXPECTED[content.identity.kind])
  // What stopped has neither, and tells no less for it.
  if (content.stopped) for (const block of ['contract', 'effects'] as const) expected.delete(block)
  return CASE_BLOCKS.filter((block) => expected.has(block) && !hasBlock(content, block))
}

/** Whether a block tells anything; a step of its phase counts for it. */
export function hasBlock(content: CaseContent, block: CaseBlock): boolean {
  switch (block) {
    case 'identity':
      return true
    case 'who':
      return content.who.parties.length > 0
    case 'requirements':
      return (content.requirements?.length ?? 0) > 0
    case 'marketDialogue':
    case 'competition':
    case 'contract':
      return content[block] !== undefined || hasStep(content, block)
    case 'effects':
      return content.effects.length > 0 || content.noBenefit !== undefined
    case 'lessons':
      return content.lessons.length > 0
    case 'provenance':
      return content.provenance.sources.length > 0
    default:
      return content[block] !== undefined
  }
}

function hasStep(content: CaseContent, phase: StepPhase): boolean {
  return content.steps.some((step) => step.phase === phase)
}
