import type { Messages } from '#src/messages/index.ts'
import type { PublishedRequirement } from '#src/modules/catalogue/index.ts'
import { address } from '#src/web/paths.ts'
import { remarkTexts } from './remark-texts.ts'

/** One thing somebody asked the market for, as it is read. */
export type AskedView = {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly language: string
  readonly who: string
  readonly year: string
  readonly caseTitle: string
  readonly caseHref: string
  readonly strength: 'must' | 'should' | null
  readonly measuredBy: string | null
  readonly weight: string | null
  readonly remarks: readonly string[]
  readonly citation: string
}

export function toAskedView(one: PublishedRequirement, messages: Messages, origin: string): AskedView {
  const { t, language, list } = messages
  const caseHref = address(language, 'case', { id: one.case })
  const who = one.who.length > 0 ? list([...one.who]) : 'Spydspiss'
  const year = one.year === null ? t('knowledge.asked.noYear') : String(one.year)
  const version = address(language, 'caseVersion', { id: one.case, version: String(one.version) })
  return {
    id: one.id,
    kind: t(`knowledge.asked.kind.${one.kind}`),
    text: one.text,
    language: one.language,
    who,
    year,
    caseTitle: one.caseTitle,
    caseHref,
    strength: one.strength,
    measuredBy: one.measuredBy,
    weight: one.weight,
    remarks: remarkTexts(one.text, [], messages),
    citation: t('knowledge.asked.citation', {
      who,
      year,
      text: one.text.replace(/\.$/, ''),
      id: one.case,
      version: one.version,
      address: `${origin}${version}`,
    }),
  }
}
