import { createHash } from 'node:crypto'
import { buyers } from '#src/modules/joint-procurement/joint-procurement.ts'
import { openFacts } from '#src/modules/joint-procurement/procurement-facts.ts'
import type { GateInput } from './gate-input.ts'
import { participantBlock } from './participant-block.ts'

export type Digested = GateInput & { readonly draftSha256: string | null }

/** What is told after publication, and what is only proposed, is not passed. */
const LATER: ReadonlySet<string> = new Set([...openFacts, 'publishOn', 'proposedLead'])

/** A digest of all that is passed: facts, those who buy and where each stands, their block, and the draft notice. */
export function gateDigest(input: Digested): string {
  const { procurement, dialogueSummary, draft, draftSha256 } = input
  const { id, title, path, lead, facts } = procurement
  const passed = {
    procurement: { id, title, path, lead },
    facts: Object.fromEntries(Object.entries(facts).filter(([key]) => !LATER.has(key))),
    buyers: buyers(procurement)
      .map(({ organisation, role, standing: { mailbox, contactRole, intent, ...standing } }) => ({
        organisation,
        role,
        standing,
      }))
      .toSorted((a, b) => (a.organisation < b.organisation ? -1 : 1)),
    block: participantBlock(input),
    dialogueSummary,
    draft,
    draftSha256,
  }
  return createHash('sha256')
    .update(JSON.stringify(inOrder(passed)))
    .digest('hex')
}

/** Keys in one order, whichever order they were written in. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, one]) => [key, inOrder(one)] as const)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
