import type { z } from 'zod'
import type { Messages } from '#src/messages/index.ts'
import { BUYER_QUESTIONS, NEED_FORMS, type NeedContent, type NeedStep } from '#src/modules/needs/contract.ts'
import { nearestCpv, theme } from '#src/modules/vocabulary/index.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { readDay, type Typed, textsIn } from '#src/web/read-form.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'

const DAYS = ['from', 'until', 'contractEndsOn'] as const
const ASKED = {
  what: ['title', 'forWhom', 'outcome'],
  extent: ['amount', 'unit', 'costToday', 'cpv', ...DAYS],
  progress: ['phase', 'firmness', 'innovationHeight', 'triedBefore', 'wish'],
  goal: ['goal', 'goalUrl', ...BUYER_QUESTIONS.map((one) => `mirror.${one}`)],
} as const satisfies Record<NeedStep, readonly string[]>

export type ReadStep = {
  readonly typed: Typed
  readonly themes: readonly string[]
  readonly answers: Partial<NeedContent> | null
  readonly errors: FieldErrors
}

/** What was typed on a page, as it was typed and as it is understood; null where something must be put right. */
export function readStep(form: FormData, step: NeedStep, { t }: Messages): ReadStep {
  const typed = textsIn<string>(form, ASKED[step])
  const themes = form.getAll('themes').flatMap((id) => (typeof id === 'string' && theme(id) ? id : []))
  const read: z.ZodSafeParseResult<unknown> = NEED_FORMS[step].safeParse(asForm(step, typed, themes))
  if (!read.success)
    return { typed, themes, answers: null, errors: fieldErrors(read.error, t, 'needs.words.long') }
  const answers = read.data as Partial<NeedContent>
  const unknown = (answers.cpv ?? []).filter((code) => nearestCpv(code) === null)
  if (unknown.length > 0) {
    const errors = { cpv: t('needs.cpv.unknown', { codes: unknown.join(', ') }) }
    return { typed, themes, answers: null, errors }
  }
  return { typed, themes, answers, errors: {} }
}

/** Days as people write them, the themes, and the mirror as one. */
function asForm(step: NeedStep, typed: Typed, themes: readonly string[]) {
  if (step === 'goal')
    return {
      ...typed,
      mirror: Object.fromEntries(BUYER_QUESTIONS.map((one) => [one, typed[`mirror.${one}`]])),
    }
  if (step !== 'extent') return typed
  const days = DAYS.map((name) => {
    const text = typed[name] ?? ''
    return [name, readDay(text)?.toString() ?? text] as const
  })
  return { ...typed, ...Object.fromEntries(days), themes }
}

/** The same as it stands in a need, as it would be typed. */
export function typedOf(content: NeedContent): Typed {
  const { volume, mirror } = content
  return {
    title: content.title,
    forWhom: content.forWhom,
    outcome: content.outcome,
    amount: volume ? String(volume.amount).replace('.', ',') : '',
    unit: volume?.unit ?? '',
    costToday: content.costToday,
    from: content.from ?? '',
    until: content.until ?? '',
    contractEndsOn: content.contractEndsOn ?? '',
    cpv: content.cpv.join(' '),
    phase: content.phase ?? '',
    firmness: content.firmness ?? '',
    innovationHeight: content.innovationHeight ?? '',
    triedBefore: content.triedBefore,
    wish: content.wish ?? '',
    goal: content.goal,
    goalUrl: content.goalUrl ?? '',
    ...Object.fromEntries(BUYER_QUESTIONS.map((one) => [`mirror.${one}`, mirror[one] ?? ''])),
  }
}
