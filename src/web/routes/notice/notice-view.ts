import type { Messages } from '#src/messages/index.ts'
import {
  type Assessment,
  type ContactPerson,
  type NoticeVersion,
  type PublicationLink,
  publicationLinks,
  remarkText,
  type StoredBuyer,
  type StoredNotice,
} from '#src/modules/notices/index.ts'
import { codeLabel, cpvDivision, cpvLabel, nutsLabel } from '#src/modules/vocabulary/index.ts'
import { address } from '#src/web/paths.ts'
import { innovationView } from '#src/web/present/innovation-view.ts'
import { organisationLink } from '#src/web/present/organisation-link.ts'
import type { HitView } from '#src/web/ui/hit.tsx'
import type { ConditionView } from '#src/web/ui/innovation-conditions.tsx'
import { type BoughtForView, boughtForViews } from './bought-for-view.ts'
import { type LotView, lotView } from './lot-view.ts'
import {
  type Newer,
  newerVersion,
  type ProcessView,
  processView,
  type VersionView,
  versionView,
} from './other-notices.ts'

export type BuyerView = {
  readonly name: string
  readonly href: string | null
  readonly lead: boolean
  readonly number: string | null
}
/** Everything the page of a notice shows, codes already in words. */
export type NoticeView = {
  readonly title: string
  readonly language: string
  readonly description: string
  readonly kind: string
  readonly publishedOn: string | null
  readonly dispatchedAt: string | null
  readonly deadlines: readonly {
    readonly name: 'tenders' | 'participation' | 'interest' | 'questions'
    readonly at: string
  }[]
  readonly open: boolean
  readonly lastDeadline: string | null
  readonly plannedOn: string | null
  readonly newer: Newer | null
  readonly buyers: readonly BuyerView[]
  readonly boughtFor: readonly BoughtForView[]
  readonly procedure: string | null
  readonly nature: string | null
  readonly cpv: readonly string[]
  readonly places: readonly string[]
  readonly value: StoredNotice['value']
  readonly valueKind: StoredNotice['valueKind']
  readonly frameworkMaximum: StoredNotice['frameworkMaximum']
  readonly declared: readonly string[]
  readonly canBeDeclared: boolean
  readonly innovation: {
    readonly assessment: Assessment
    readonly score: number
    readonly textRead: boolean
    readonly conditions: readonly ConditionView[]
  }
  readonly lots: readonly LotView[]
  readonly parts: readonly LotView[]
  readonly changes: readonly string[]
  readonly versions: readonly VersionView[]
  readonly process: readonly ProcessView[]
  readonly links: readonly PublicationLink[]
  readonly number: string | null
  readonly contacts: readonly ContactPerson[]
  readonly similar: readonly HitView[]
  readonly remarks: readonly string[]
}

type Around = {
  readonly versions: readonly NoticeVersion[]
  readonly process: readonly NoticeVersion[]
  readonly contacts: readonly ContactPerson[]
  readonly similar: readonly HitView[]
  readonly now: Date
}

export function toNoticeView(notice: StoredNotice, around: Around, messages: Messages): NoticeView {
  const { t, language } = messages
  return {
    title: notice.title || t('notice.untitled'),
    language: notice.language,
    description: notice.description,
    kind: notice.noticeType ? codeLabel('notice-type', notice.noticeType, language) : t('notice.kind'),
    publishedOn: notice.publishedOn,
    dispatchedAt: notice.dispatchedAt,
    deadlines: deadlines(notice),
    open: notice.lastDeadline !== null && new Date(notice.lastDeadline) > around.now,
    lastDeadline: notice.lastDeadline,
    plannedOn: notice.plannedOn,
    newer: newerVersion(notice, around.versions, messages),
    buyers: notice.buyers.map((buyer) => buyerView(buyer, messages)),
    boughtFor: boughtForViews(notice.boughtFor, language),
    procedure: notice.procedureType ? codeLabel('procedure-type', notice.procedureType, language) : null,
    nature: notice.contractNature ? codeLabel('contract-nature', notice.contractNature, language) : null,
    cpv: cpvWords(notice.cpv, messages),
    places: [...new Set(notice.nuts.map((code) => nutsLabel(code, language)))],
    value: notice.value,
    valueKind: notice.valueKind,
    frameworkMaximum: notice.frameworkMaximum,
    declared: declared(notice, messages),
    canBeDeclared: notice.innovation.canBeDeclared,
    innovation: {
      assessment: notice.innovation.assessment,
      score: notice.innovation.score,
      textRead: notice.innovation.textRead,
      conditions: innovationView(notice.innovation, messages),
    },
    lots: notice.lots.map((lot) => lotView(lot, messages)),
    parts: notice.parts.map((part) => lotView(part, messages)),
    changes: notice.changes.flatMap(({ reasonText, description }) =>
      [reasonText, description].filter((text) => text !== null),
    ),
    versions: around.versions.map((version) => versionView(version, notice, messages)),
    process: around.process.map((one) => processView(one, messages)),
    links: publicationLinks(notice),
    number: notice.publicationNumber,
    contacts: around.contacts,
    similar: around.similar,
    remarks: [...new Set(notice.remarks.map((remark) => remarkText(remark, language)))],
  }
}

/** The same deadline in ten lots is one deadline. */
function deadlines({ lots, parts }: StoredNotice): NoticeView['deadlines'] {
  const kinds = ['questions', 'participation', 'interest', 'tenders'] as const
  return kinds.flatMap((name) => {
    const times = new Set([...lots, ...parts].map((lot) => lot.deadlines[name]).filter((at) => at !== null))
    return [...times].sort().map((at) => ({ name, at }))
  })
}

function buyerView(
  { name, organisation, municipality, lead, organisationNumber }: StoredBuyer,
  { language }: Messages,
): BuyerView {
  const own = organisationLink(organisation, language)
  const href =
    own ?? (municipality ? address(language, 'municipality', { number: municipality.number }) : null)
  return { name, href, lead, number: organisationNumber }
}

/** Codes in words, with their division before them; codes that we have the same words for stand together. */
function cpvWords(codes: readonly string[], { language }: Messages): readonly string[] {
  const inWords = (code: string) => {
    const division = cpvDivision(code)
    const [broad, exact] = [division ? cpvLabel(division, language) : null, cpvLabel(code, language)]
    return broad && broad !== exact ? `${broad}: ${exact}` : exact
  }
  return [...Map.groupBy(codes, inWords)].map(([words, same]) => `${words} (${same.join(', ')})`)
}

function declared({ innovation }: StoredNotice, { language }: Messages): readonly string[] {
  const { strategicProcurement, innovativeAcquisition } = innovation.declared
  return [
    ...strategicProcurement
      .filter((code) => code === 'inn-pur')
      .map((code) => codeLabel('strategic-procurement', code, language)),
    ...innovativeAcquisition.map((code) => codeLabel('innovative-acquisition', code, language)),
  ]
}
