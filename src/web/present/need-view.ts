import type { Messages } from '#src/messages/index.ts'
import type { Need } from '#src/modules/needs/index.ts'
import type { Organisation } from '#src/modules/organisations/index.ts'
import { cpvLabel, themeLabel } from '#src/modules/vocabulary/index.ts'
import { address } from '#src/web/paths.ts'
import { organisationLink } from './organisation-link.ts'

export type NeedView = {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly who: { readonly name: string; readonly href: string | null }
  readonly announced: string | null
  readonly forWhom: string
  readonly outcome: string
  readonly triedBefore: string
  readonly goal: string
  readonly goalUrl: string | null
  /** What can be said in a few words, name by name. */
  readonly facts: readonly { readonly name: string; readonly value: string; readonly isTheirs: boolean }[]
  readonly themes: readonly { readonly text: string; readonly href: string }[]
  readonly codes: readonly string[]
  readonly mailbox: string | null
}

/** A need as a page tells it; what its people answered themselves in the mirror is not in it. */
export function needView(need: Need, organisation: Organisation | null, messages: Messages): NeedView {
  const { language, date } = messages
  const { content } = need
  return {
    id: need.id,
    title: content.title,
    language: content.language,
    who: { name: organisation?.name ?? '', href: organisationLink(organisation, language) },
    announced: need.announcedAt && date(need.announcedAt),
    forWhom: content.forWhom,
    outcome: content.outcome,
    triedBefore: content.triedBefore,
    goal: content.goal,
    goalUrl: content.goalUrl,
    facts: needFacts(need, messages),
    themes: content.themes.map((id) => ({
      text: themeLabel(id, language),
      href: address(language, 'theme', { id }),
    })),
    codes: content.cpv.map((code) => `${code} ${cpvLabel(code, language)}`),
    mailbox: content.mailbox,
  }
}

/** When it is wanted to be bought, in words; null while neither day is told. */
export function windowText(
  { content: { from, until } }: Pick<Need, 'content'>,
  { t, date }: Messages,
): string | null {
  if (from && until) return t('needs.one.window', { from: date(from), until: date(until) })
  const day = from ?? until
  return day && date(day)
}

function needFacts(need: Need, messages: Messages): NeedView['facts'] {
  const { t, date, number } = messages
  const { content } = need
  const { volume, costToday, firmness, phase, innovationHeight, wish, contractEndsOn } = content
  const theirs = [
    ['needs.one.volume', volume && `${number(volume.amount)} ${volume.unit}`],
    ['needs.one.costToday', costToday],
  ] as const
  const ours = [
    ['needs.one.when', windowText(need, messages)],
    ['needs.one.firmness', firmness && t(`needs.firmness.${firmness}`)],
    ['needs.one.phase', phase && t(`needs.phase.${phase}`)],
    ['needs.one.height', innovationHeight && t(`needs.height.${innovationHeight}`)],
    ['needs.one.wish', wish && t(`needs.wish.${wish}`)],
    ['needs.one.contractEnds', contractEndsOn && date(contractEndsOn)],
  ] as const
  const told = (isTheirs: boolean) =>
    (isTheirs ? theirs : ours).flatMap(([name, value]) => (value ? [{ name: t(name), value, isTheirs }] : []))
  return [...told(false), ...told(true)]
}
