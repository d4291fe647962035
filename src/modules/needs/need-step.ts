import { createHash } from 'node:crypto'
import type { NeedContent, NeedStep } from './contract.ts'

/** What each page of the form asks of. */
export const FIELDS_OF_STEP = {
  what: ['title', 'forWhom', 'outcome'],
  extent: ['volume', 'costToday', 'from', 'until', 'contractEndsOn', 'themes', 'cpv'],
  progress: ['phase', 'firmness', 'innovationHeight', 'triedBefore', 'wish'],
  goal: ['goal', 'goalUrl', 'mirror'],
} as const satisfies Record<NeedStep, readonly (keyof NeedContent)[]>

/** The page of the form that asks of a field. */
export function stepAsking(field: keyof NeedContent): NeedStep | null {
  const steps = Object.entries(FIELDS_OF_STEP) as [NeedStep, readonly (keyof NeedContent)[]][]
  return steps.find(([, fields]) => fields.includes(field))?.[0] ?? null
}

/** What a need says on one page of the form. */
export function answersOf(content: NeedContent, step: NeedStep): Partial<NeedContent> {
  return Object.fromEntries(FIELDS_OF_STEP[step].map((field) => [field, content[field]]))
}

/**
 * What the answers of a page are known by: whoever sends the page tells what it showed, so that two who write on
 * different pages do not meet, and two who write on the same are told.
 */
export function markOf(content: NeedContent, step: NeedStep): string {
  const said = FIELDS_OF_STEP[step].map((field) => content[field])
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22)
}

/** Whether two say the same on a page. */
export function saysTheSame(one: NeedContent, other: NeedContent, step: NeedStep): boolean {
  return markOf(one, step) === markOf(other, step)
}
