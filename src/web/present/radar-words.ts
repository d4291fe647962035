import type { MessageKey, Messages } from '#src/messages/index.ts'
import type { ContractTerms, Radar, RadarGroup, RadarItem, What } from '#src/modules/needs/index.ts'
import { conceptLabel, cpvLabel } from '#src/modules/vocabulary/index.ts'

/** What is bought, in words. */
export function whatLabel(what: What, { t, language }: Messages): string {
  switch (what.kind) {
    case 'cpv':
      return cpvLabel(what.code, language)
    case 'theme':
      return conceptLabel(what.theme, language)
    case 'unknown':
      return t('radar.what.unknown')
  }
}

export function themeName(id: string | null, { t, language }: Messages): string {
  return id === null ? t('radar.what.unknown') : conceptLabel(id, language)
}

/** «januar 2027»: a month, as the language writes it. */
export function monthName(month: string, { language }: Messages): string {
  const locale = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }[language]
  const text = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return text.format(new Date(`${month}-01T00:00:00Z`))
}

type Seen = { readonly group: RadarGroup; readonly circle: Radar['circle'] }

/** «Fem kommuner rundt dere må også kjøpe dette i 2027»: when the others must, and not the own municipality. */
export function groupSentence({ group, circle }: Seen, messages: Messages): string {
  const { t } = messages
  const { others, isOwn, items } = group
  if (others.length === 0) return t('radar.group.onlyOwn', { years: yearsOf(items, messages) })
  const own = circle.own?.kommunenummer
  const theirs = items.filter(({ who }) => who.some(({ key }) => key !== own))
  const areMunicipalities = others.every(({ kommunenummer }) => kommunenummer !== null)
  const who = t(areMunicipalities ? 'radar.group.municipalities' : 'radar.group.buyers', {
    count: others.length,
    where: t(`radar.where.${circle.kind}`),
  })
  return t(isOwn ? 'radar.group.also' : 'radar.group.others', {
    who,
    how: theirs.some(({ kind }) => kind === 'contract-end') ? 'must' : 'want',
    years: yearsOf(theirs, messages),
  })
}

/** «2027 og 2028»; `none` where no day is said. */
function yearsOf(items: readonly RadarItem[], { list }: Messages): string {
  const years = new Set(items.flatMap(({ on }) => (on === null ? [] : on.slice(0, 4))))
  return years.size === 0 ? 'none' : list([...years].toSorted())
}

/** How sure it is: what the notice says of its end, and what may come after. */
export function certainties(
  { kind, terms, firmness, on, procurement }: RadarItem,
  messages: Messages,
): readonly string[] {
  const { t, date } = messages
  if (kind === 'need') return firmness ? [t(`radar.firmness.${firmness}`)] : []
  if (!terms) return [on === null ? t('radar.planned.unsaid') : t('radar.planned')]
  return [
    terms.isInRenewal
      ? t('radar.end.inRenewal', { day: date(terms.endsOn) })
      : t(saidWhere(terms.basis, procurement)),
    terms.durationFrom === null ? null : t('radar.end.competition'),
    !terms.isInRenewal && terms.latestEndsOn
      ? t('radar.end.latest', { day: date(terms.latestEndsOn) })
      : null,
    !terms.latestEndsOn && (terms.renewals ?? 0) > 0
      ? t('radar.end.renewals', { count: terms.renewals ?? 0 })
      : null,
    !terms.latestEndsOn && !terms.renewals && terms.options ? t('radar.end.options') : null,
  ].filter((text) => text !== null)
}

function saidWhere(basis: ContractTerms['basis'], procurement: string | undefined): MessageKey {
  if (procurement) return 'radar.end.joint'
  return basis === 'period' ? 'radar.end.said' : `radar.end.${basis}`
}

type Told = { readonly item: RadarItem; readonly group: Pick<RadarGroup, 'what'> }

/** One thing in lines of plain text, for those who read it somewhere else. */
export function itemLines({ item, group }: Told, messages: Messages): readonly string[] {
  const { t, date, list } = messages
  const named = item.who.filter(({ isUnnamed }) => !isUnnamed).map(({ name }) => name)
  const unnamed = item.who.filter(({ isUnnamed }) => isUnnamed).map(({ name }) => name)
  return [
    named.length > 0 ? t('radar.feed.who', { names: list(named) }) : null,
    unnamed.length > 0 ? t('radar.row.unnamed', { names: list(unnamed) }) : null,
    t('radar.feed.what', { what: whatLabel(group.what, messages) }),
    t('radar.feed.when', { day: item.on === null ? t('radar.row.noDay') : date(item.on) }),
    ...certainties(item, messages),
    item.suppliers.length > 0 ? t('radar.row.supplier', { names: list(item.suppliers) }) : null,
  ].filter((line) => line !== null)
}

/** What the whole is called, where it stands alone. */
export function radarName(
  { circle, question }: Pick<Radar, 'circle' | 'question'>,
  messages: Messages,
): string {
  const { t, language } = messages
  const parts = [
    circle.own?.name,
    t(`radar.circle.${circle.kind}`),
    question.theme ? conceptLabel(question.theme, language) : null,
  ]
  return t('radar.feed.title', { what: parts.filter(Boolean).join(', ') })
}
