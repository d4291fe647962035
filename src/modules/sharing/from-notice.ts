import { messagesIn } from '#src/messages/index.ts'
import type { CaseContent, Party } from '#src/modules/catalogue/contract.ts'
import type { AwardCriterion, Duration, Lot, StoredBuyer, StoredNotice } from '#src/modules/notices/index.ts'
import { isOrganisasjonsnummer, type Organisation } from '#src/modules/organisations/index.ts'
import { codeLabel } from '#src/modules/vocabulary/index.ts'
import type { Language } from '#src/platform/language.ts'
import { fillForm } from './form/fill-form.ts'
import { ownParty } from './parties.ts'
import type { TypedContent } from './typed-content.ts'

const LONGEST_TITLE = 200
const LONGEST_LINE = 300
const LONGEST_TEXT = 5000
const MOST_CRITERIA = 20

type Asked = { readonly language: Language; readonly own: Organisation | null }

/** A form filled in with what the notice says; contact persons are no part of it. */
export function fromNotice(notice: StoredNotice, { language, own }: Asked): TypedContent {
  const year = notice.publishedOn ? Number(notice.publishedOn.slice(0, 4)) : undefined
  const need = cut(notice.description, LONGEST_TEXT)
  return fillForm({
    language,
    identity: {
      title: cut(notice.title, LONGEST_TITLE),
      kind: 'procurement',
      level: 'full',
      themes: [],
      ...(year ? { fromYear: year } : {}),
      cpv: [...new Set(notice.cpv)].filter((code) => /^\d{8}$/.test(code)),
      innovativeAcquisition: [...notice.innovation.declared.innovativeAcquisition],
    },
    who: {
      parties: partiesOf(notice.buyers, own),
      suppliers: suppliersOf(notice),
      joint: notice.buyers.length > 1,
    },
    ...(need ? { need: { text: need } } : {}),
    competition: competitionOf(notice, language),
    ...contractOf(notice, language),
  })
}

function partiesOf(buyers: readonly StoredBuyer[], own: Organisation | null): Party[] {
  const alone = buyers.length === 1
  const parties = buyers.map((buyer): Party => {
    const role = alone || buyer.lead ? 'lead' : 'participant'
    if (buyer.organisation)
      return { ...ownParty(buyer.organisation), name: cut(buyer.name, LONGEST_LINE), role }
    return { name: cut(buyer.name, LONGEST_LINE), role }
  })
  return parties.length > 0 || !own ? parties : [ownParty(own)]
}

function suppliersOf({ lots, resultsWithoutLot }: StoredNotice): CaseContent['who']['suppliers'] {
  const winners = [...lots, ...resultsWithoutLot].flatMap((result) => result.winners)
  const byName = new Map(winners.map((winner) => [winner.name, winner]))
  return [...byName.values()].map(({ name, organisationNumber }) => ({
    name: cut(name, LONGEST_LINE),
    reference: {
      organisation: {
        name: cut(name, LONGEST_LINE),
        kind: 'supplier',
        // Firms abroad have numbers of their own kind.
        ...(organisationNumber && isOrganisasjonsnummer(organisationNumber)
          ? { organisasjonsnummer: organisationNumber }
          : {}),
      },
    },
  }))
}

function competitionOf(notice: StoredNotice, language: Language): NonNullable<CaseContent['competition']> {
  const criteria = criteriaOf(notice.lots, language)
  const offers = notice.lots.map((lot) => lot.result?.tendersReceived ?? null).filter((one) => one !== null)
  const [only] = offers
  return {
    ...(notice.procedureType ? { procedure: notice.procedureType } : {}),
    ...(criteria.length > 0 ? { criteria } : {}),
    // Of several lots nobody knows how many offers there were to the whole.
    ...(offers.length === 1 && only !== undefined ? { offers: only } : {}),
    // The number that all its versions share, where it has one.
    notices: [notice.noticeId ?? notice.currentId],
  }
}

function criteriaOf(lots: readonly Lot[], language: Language): { name: string; weight?: string }[] {
  const criteria = lots.flatMap((lot) => lot.awardCriteria.map((one) => toCriterion(one, language)))
  const distinct = new Map(criteria.map((one) => [JSON.stringify(one), one]))
  return [...distinct.values()].filter(({ name }) => name !== '').slice(0, MOST_CRITERIA)
}

function toCriterion({ name, type, weight, weightUnit }: AwardCriterion, language: Language) {
  const called = name || (type ? codeLabel('award-criterion-type', type, language) : '')
  const { number } = messagesIn(language)
  const unit = weightUnit?.startsWith('per-') ? ' %' : ''
  return {
    name: cut(called, LONGEST_LINE),
    ...(weight === null ? {} : { weight: `${number(weight)}${unit}` }),
  }
}

function contractOf({ lots }: StoredNotice, language: Language): Pick<CaseContent, 'contract'> {
  const { t } = messagesIn(language)
  const lengths = [...new Set(lots.flatMap((lot) => lengthOf(lot.duration, language) ?? []))]
  const options = lots.find((lot) => lot.options?.description)?.options?.description
  if (lengths.length === 0 && !options) return {}
  return {
    contract: {
      ...(lengths.length > 0 ? { text: t('sharing.notice.duration', { length: lengths.join('; ') }) } : {}),
      ...(options ? { options: cut(options, LONGEST_TEXT) } : {}),
    },
  }
}

function lengthOf(duration: Duration | null, language: Language): string | null {
  const { t, date } = messagesIn(language)
  if (!duration) return null
  if (duration.unlimited) return t('notice.duration.unlimited')
  if (duration.from && duration.to)
    return t('notice.duration.period', { from: date(duration.from), to: date(duration.to) })
  if (duration.months) return t('notice.duration.months', { count: duration.months })
  return duration.days ? t('notice.duration.days', { count: duration.days }) : null
}

function cut(text: string, longest: number): string {
  const trimmed = text.trim()
  return trimmed.length <= longest ? trimmed : `${trimmed.slice(0, longest - 2).trimEnd()} …`
}
