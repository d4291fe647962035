import type { Buyer, Lot, NoticeOrganisation } from '#src/modules/notices/notice.ts'
import { publicationLinks } from '#src/modules/notices/publication-links.ts'
import { codeLabel } from '#src/modules/vocabulary/index.ts'
import { METHOD_OF_PROCEDURE } from './procurement-method.ts'
import {
  type ExportedNotice,
  filled,
  type OcdsParty,
  type OcdsReference,
  type OcdsRelease,
} from './release.ts'
import { awardsOf } from './to-awards.ts'
import { itemsOf, lotStatus, toLot, toPeriod, toValue } from './to-lot.ts'

/**
 * The beginning of the process ids we give. It is not registered with the Open Contracting Partnership, so whoever
 * runs this in earnest asks for one of their own and puts it here; ids that came with a release are kept as they are.
 */
export const OCID_PREFIX = 'ocds-spydsp'

/** A notice as an OCDS 1.1 release, by the mapping of «OCDS for eForms». It has no contact persons. */
export function toRelease(notice: ExportedNotice): OcdsRelease {
  const lots = uniqueLots([...notice.lots, ...notice.parts])
  const parties = toParties(notice, lots)
  const [lead] = notice.buyers.toSorted((one, other) => Number(other.lead) - Number(one.lead))
  const { awards, contracts, statistics } = awardsOf(notice, lots, parties.reference)
  const buyer = lead && parties.reference(lead)
  return {
    ocid: notice.release?.ocid ?? `${OCID_PREFIX}-${notice.procedureId ?? notice.chain}`,
    id: notice.release?.releaseId ?? notice.id,
    date: notice.dispatchedAt ?? `${notice.publishedOn ?? notice.listedOn}T00:00:00Z`,
    tag: tagsOf(notice, contracts.length > 0),
    initiationType: 'tender',
    language: notice.language,
    ...filled({ parties: parties.all, buyer }),
    tender: toTender(notice, lots, buyer),
    ...filled({
      bids: statistics.length > 0 ? { statistics } : null,
      awards,
      contracts,
      relatedProcesses: relatedProcesses(notice),
    }),
  }
}

/** Lots are referred to by their ids, so each has its own. */
function uniqueLots(lots: readonly Lot[]): readonly Lot[] {
  const seen = new Map<string, number>()
  return lots.map((lot) => {
    const times = (seen.get(lot.id) ?? 0) + 1
    seen.set(lot.id, times)
    return times === 1 ? lot : { ...lot, id: `${lot.id}#${times}` }
  })
}

function tagsOf(
  { formType, noticeType, release, changes }: ExportedNotice,
  hasContracts: boolean,
): readonly string[] {
  if (release && release.tags.length > 0) return release.tags
  if (formType === 'planning') return noticeType === 'pin-buyer' ? ['planning'] : ['planning', 'tender']
  if (formType === 'consultation') return ['planning']
  if (formType === 'cont-modif') return ['awardUpdate', 'contractUpdate']
  if (formType === 'completion') return ['contractTermination']
  if (formType === 'result' || formType === 'dir-awa-pre')
    return hasContracts ? ['award', 'contract'] : ['award']
  return changes.length > 0 || formType === 'change' ? ['tenderUpdate'] : ['tender']
}

type Parties = {
  readonly all: readonly OcdsParty[]
  readonly reference: (organisation: NoticeOrganisation) => OcdsReference
}

function toParties(notice: ExportedNotice, lots: readonly Lot[]): Parties {
  const winners = [...lots, ...notice.resultsWithoutLot].flatMap((one) => one.winners)
  const named = [...notice.buyers, ...winners]
  const namesOf = Map.groupBy(named, partyKey)
  // Some notices give one number to everybody in them.
  const isShared = (key: string) => new Set(namesOf.get(key)?.map((one) => one.name)).size > 1
  const idOf = (organisation: NoticeOrganisation) => {
    const key = partyKey(organisation)
    return isShared(key) ? `${key} ${organisation.name || NAMELESS}` : key
  }
  const roles = new Map<string, Set<string>>()
  const add = (id: string, more: readonly string[]) =>
    roles.set(id, new Set([...(roles.get(id) ?? []), ...more]))
  for (const buyer of notice.buyers) add(idOf(buyer), rolesOf(buyer, notice.buyers.length))
  for (const winner of winners) add(idOf(winner), ['supplier', 'tenderer'])
  const first = new Map(named.toReversed().map((one) => [idOf(one), one]))
  return {
    all: [...roles].flatMap(([id, own]) => {
      const organisation = first.get(id)
      return organisation ? [{ ...toParty(organisation, id), roles: [...own] }] : []
    }),
    reference: (one) => ({ id: idOf(one), name: one.name || NAMELESS }),
  }
}

const NAMELESS = '?'

function partyKey({ organisationNumber, country, name }: NoticeOrganisation): string {
  if (organisationNumber)
    return `${isNorwegian(country) ? 'NO-BRC' : (country ?? 'XX')}-${organisationNumber}`
  return name || NAMELESS
}

function isNorwegian(country: string | null): boolean {
  return country === null || country === 'NOR' || country === 'NO'
}

function rolesOf(buyer: Buyer, buyers: number): readonly string[] {
  return [
    'buyer',
    ...(buyers === 1 || buyer.lead ? ['procuringEntity'] : []),
    ...(buyer.lead ? ['leadBuyer'] : []),
    ...(buyer.awardsForOthers ? ['centralPurchasingBody'] : []),
    ...(buyer.acquiresForOthers ? ['wholesaleBuyer'] : []),
  ]
}

function toParty(organisation: NoticeOrganisation | Buyer, id: string): Omit<OcdsParty, 'roles'> {
  const { name, organisationNumber, country, city, nuts } = organisation
  const scheme = isNorwegian(country) ? 'NO-BRC' : `${country}-OTHER`
  const classifications =
    'legalType' in organisation
      ? [
          { scheme: 'TED_CA_TYPE', id: organisation.legalType },
          { scheme: 'COFOG', id: organisation.activity },
        ].filter((one): one is { scheme: string; id: string } => one.id !== null)
      : []
  const address = filled({ locality: city, region: nuts, countryName: country === 'NOR' ? 'Norge' : country })
  return {
    id,
    name: name || NAMELESS,
    ...filled({
      identifier: organisationNumber ? { scheme, id: organisationNumber, legalName: name || NAMELESS } : null,
      address: Object.keys(address).length > 0 ? address : null,
      details: classifications.length > 0 ? { classifications } : null,
    }),
  }
}

function toTender(notice: ExportedNotice, lots: readonly Lot[], buyer: OcdsReference | undefined) {
  const translations = notice.translations.flatMap(({ language, title, description }) =>
    /^[a-z]{2}$/.test(language)
      ? [[`title_${language}`, title] as const, [`description_${language}`, description] as const]
      : [],
  )
  const status = notice.formType === 'planning' ? 'planned' : statusOf(lots)
  return filled({
    id: notice.procedureId ?? notice.chain,
    title: notice.title,
    description: notice.description,
    ...Object.fromEntries(translations),
    status,
    procuringEntity: buyer,
    value: toValue(notice.valueKind === 'awarded' ? null : notice.value),
    procurementMethod: METHOD_OF_PROCEDURE[notice.procedureType ?? ''],
    procurementMethodDetails: notice.procedureType && codeLabel('procedure-type', notice.procedureType, 'en'),
    procurementMethodRationale: notice.directAward?.reason,
    mainProcurementCategory: CATEGORY[notice.contractNature ?? ''],
    // Readers take it for lots that say nothing.
    tenderPeriod:
      notice.deadline && lots.every((lot) => lot.deadlines.tenders) ? { endDate: notice.deadline } : null,
    communication: notice.plannedOn ? { futureNoticeDate: `${notice.plannedOn}T00:00:00Z` } : null,
    items: itemsOf(notice, lots),
    lots: lots.map((lot) => toLot(lot, notice.formType)),
    lotGroups: notice.lotGroups.map(({ id, lots: related, value }) =>
      filled({ id, relatedLots: related, maximumValue: toValue(value) }),
    ),
    contractPeriod: lots.length === 1 ? toPeriod(lots[0]?.duration ?? null) : null,
    documents: publicationLinks(notice).map(({ site, url }) => ({
      id: site,
      documentType: documentTypeOf(notice),
      url,
    })),
    amendments: notice.changes.map(({ reasonText, description }, at) =>
      filled({ id: String(at + 1), rationale: reasonText, description }),
    ),
  })
}

const CATEGORY: Readonly<Record<string, string>> = { supplies: 'goods', works: 'works', services: 'services' }

function statusOf(lots: readonly Lot[]): string {
  const statuses = new Set(lots.map((lot) => lotStatus(lot, null)))
  if (statuses.has('active') || statuses.size === 0) return 'active'
  return statuses.has('complete') ? 'complete' : 'unsuccessful'
}

function documentTypeOf({ formType }: ExportedNotice): string {
  if (formType === 'planning') return 'plannedProcurementNotice'
  if (formType === 'result' || formType === 'dir-awa-pre') return 'awardNotice'
  return formType === 'cont-modif' ? 'contractNotice' : 'tenderNotice'
}

const RELATIONSHIP = {
  previous: 'prior',
  changed: 'prior',
  modified: 'prior',
  framework: 'framework',
} as const

function relatedProcesses({ references }: ExportedNotice) {
  return references.map(({ kind, reference }, at) => ({
    id: String(at + 1),
    relationship: [RELATIONSHIP[kind]],
    scheme: 'eforms',
    identifier: reference,
  }))
}
