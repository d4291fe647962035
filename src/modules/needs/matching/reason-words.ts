import type { Messages } from '#src/messages/index.ts'
import { conceptLabel, cpvLabel, themeLabel } from '#src/modules/vocabulary/index.ts'
import type { NearOutside } from './read-groups.ts'
import type { ReasonAgainst, ReasonFor } from './reasons.ts'

/** What codes and ids are called where reasons are worded. */
export type ReasonNames = {
  /** The name of a joint body. */
  readonly body: (id: string) => string
  /** Whose need it is that the reason is about. */
  readonly owner: string
  /** How many it is compared with: one is «den andre». */
  readonly others: number
}

export function reasonFor(reason: ReasonFor, messages: Messages, { body, others }: ReasonNames): string {
  const { t, language } = messages
  switch (reason.kind) {
    case 'sameTheme':
      return t('matching.for.sameTheme', { theme: themeLabel(reason.theme, language) })
    case 'sameConcept':
      return t('matching.for.sameConcept', { concept: conceptLabel(reason.concept, language) })
    case 'sameCpv':
      return t('matching.for.sameCpv', { cpv: cpvLabel(reason.cpv, language) })
    case 'sameTime':
      return t('matching.for.sameTime', { months: monthsText(reason, messages), others })
    case 'shareCooperation':
      return t('matching.for.shareCooperation', { body: body(reason.body), count: reason.count, others })
    case 'contractsEndTogether':
    case 'near':
    case 'sameWords':
    case 'samePhase':
    case 'sameHeight':
    case 'wantsToLead':
    case 'couldLead':
      return t(`matching.for.${reason.kind}`, { ...reason, others })
  }
}

export function reasonAgainst(
  reason: ReasonAgainst,
  { t }: Messages,
  { owner, others }: ReasonNames,
): string {
  return t(`matching.against.${reason.kind}`, { ...reason, name: owner, others })
}

/** What stands most in the way between a need and one that is near it. */
export function whyNotWith({ whyNot }: Pick<NearOutside, 'whyNot'>, { t }: Messages): string {
  return t(`matching.weak.${whyNot}`)
}

/** «mars 2027 til mai 2027», or the one month. */
export function monthsText(
  { from, until }: { readonly from: string; readonly until: string },
  { t, language }: Messages,
): string {
  const month = new Intl.DateTimeFormat(LOCALES[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const [first = '', last = ''] = [from, until].map((day) => month.format(new Date(`${day}T00:00:00Z`)))
  return first === last ? first : t('matching.months', { from: first, until: last })
}

const LOCALES = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const
