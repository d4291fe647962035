import { data, redirect } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  applyChoices,
  type Draft,
  problemsOf,
  progressOf,
  readPosted,
  rowsAt,
  type SavedStep,
  type Step,
  saveStep,
  stepsOf,
  withRows,
} from '#src/modules/sharing/index.ts'
import { newId } from '#src/platform/ids.ts'
import type { Json } from '#src/platform/json.ts'
import type { WebProgram } from '#src/web/context.ts'
import { address } from '#src/web/paths.ts'
import { type ConflictView, conflictViews } from './conflict-views.ts'

type Sent = {
  readonly draft: Draft
  readonly step: Step
  readonly form: FormData
  readonly actor: Actor
  readonly messages: Messages
}

/** What the page says after answers that were saved and do not lead on. */
export type Answered =
  | { readonly kind: 'wrong' }
  | { readonly kind: 'conflict'; readonly version: number; readonly conflicts: readonly ConflictView[] }

/** Saves what was typed, and leads to where its button says; what is wrong or stands against another text is told. */
export async function saveAnswers({ db, now }: Pick<WebProgram, 'db' | 'now'>, sent: Sent) {
  const { draft, step, form, actor, messages } = sent
  const wish = readWish(form)
  const saved = await saveStep({ db, now }, actor, {
    id: draft.id,
    from: Number(form.get('version')) || 0,
    parts: step.parts,
    page: { step: step.slug, settles: wish.kind === 'resolve' },
    typed:
      wish.kind === 'resolve'
        ? chosen(sent)
        : withRows(readPosted(form, step.parts), step.parts, changeOf(wish)),
  })
  if (!saved.ok) {
    if (saved.failure.kind === 'draftNotFound') throw data(null, { status: 404 })
    return redirect(address(messages.language, 'draft', { draft: draft.id }))
  }
  if (saved.value.conflicts.length > 0) {
    const conflicts = await conflictViews(db, saved.value, messages)
    const answered: Answered = { kind: 'conflict', version: saved.value.draft.version, conflicts }
    return data(answered, { status: 409 })
  }
  return lead(wish, saved.value, sent)
}

/** What the button that was pressed is for. */
type Wish =
  | { readonly kind: 'next' | 'later' | 'resolve' }
  | { readonly kind: 'add'; readonly path: string }
  | { readonly kind: 'remove'; readonly path: string; readonly key: string }

function readWish(form: FormData): Wish {
  const [kind, path = '', key = ''] = String(form.get('do') ?? '').split(':')
  if (kind === 'add') return { kind, path }
  if (kind === 'remove') return { kind, path, key }
  return { kind: kind === 'later' || kind === 'resolve' ? kind : 'next' }
}

function changeOf(wish: Wish) {
  if (wish.kind === 'add') return { add: wish.path, key: newId() }
  return wish.kind === 'remove' ? { remove: wish.path, key: wish.key } : null
}

/** What stands, with the texts that were chosen over it. */
function chosen({ draft, step, form }: Sent) {
  const paths = form.getAll('conflict').filter((path) => typeof path === 'string')
  const choices = paths
    .filter((path) => form.get(`choice:${path}`) === 'mine')
    .map((path) => ({ path, value: mineOf(form, path) }))
  return applyChoices(draft.content, step.parts, choices)
}

function mineOf(form: FormData, path: string): Json {
  const several = form.getAll(`several:${path}`).filter((value) => typeof value === 'string')
  if (several.length > 0) return several.filter((value) => value !== '')
  const text = form.get(`mine:${path}`)
  return typeof text === 'string' ? text.replace(/\r\n?/g, '\n') : ''
}

function lead(wish: Wish, { draft }: SavedStep, { step, messages }: Sent) {
  const { language } = messages
  const here = address(language, 'draftStep', { draft: draft.id, step: step.slug })
  switch (wish.kind) {
    case 'later':
      return redirect(address(language, 'draft', { draft: draft.id }))
    case 'remove':
      return redirect(`${here}#${wish.path}`)
    case 'add': {
      const { path } = wish
      const part = step.parts.find((one) => one.path === path && one.kind === 'rows')
      const [first] = part?.kind === 'rows' ? part.fields : []
      return redirect(first ? `${here}#${path}.${lastRow(draft, path)}.${first.path}` : here)
    }
    case 'next':
    case 'resolve':
      return hasProblems(draft, step)
        ? data<Answered>({ kind: 'wrong' }, { status: 422 })
        : redirect(nextPage(draft, step, messages))
  }
}

function lastRow({ content }: Draft, path: string): number {
  return Math.max(rowsAt(content, path).length - 1, 0)
}

function hasProblems(draft: Draft, step: Step): boolean {
  return problemsOf(progressOf(draft).problems, step.parts).length > 0
}

/** The page after this one; after the last, the reading through. */
function nextPage({ id, size }: Draft, step: Step, { language }: Messages): string {
  const steps = stepsOf(size)
  const next = steps[steps.findIndex(({ slug }) => slug === step.slug) + 1]
  return next
    ? address(language, 'draftStep', { draft: id, step: next.slug })
    : address(language, 'draftReview', { draft: id })
}
