import type { z } from 'zod'
import {
  type BoughtThrough,
  type Judgement,
  type NoticeSummary,
  type NoticeVersion,
  type Remark,
  remarkText,
  type StoredBuyer,
  type StoredNotice,
} from '#src/modules/notices/index.ts'
import { codeLabel, cpvLabel, nutsLabel } from '#src/modules/vocabulary/index.ts'
import type { Language } from '#src/platform/language.ts'
import type { Addresses } from './addresses.ts'
import type {
  BoughtThrough as BoughtThroughAnswer,
  NoticeAnswer,
  NoticeBuyer,
  NoticeLabels,
  NoticeSummaryAnswer,
} from './notice-answer.ts'
import { toReference } from './organisations.ts'
import { toLot, toWinner } from './present-lot.ts'

type Words = { readonly lang: Language; readonly addresses: Addresses }
type Around = {
  readonly versions: readonly NoticeVersion[]
  readonly related: readonly NoticeVersion[]
  /** What was said of it last; null when nobody has said anything. */
  readonly judgement: Judgement | null
}

export function toNoticeSummary(
  one: NoticeSummary,
  addresses: Addresses,
): z.infer<typeof NoticeSummaryAnswer> {
  return {
    ...toIdentity(one, addresses),
    buyers: one.buyers.map(({ name, organisation, municipality, lead }) => ({
      name,
      organisation: organisation && toReference(organisation),
      municipality,
      lead,
    })),
    boughtFor: one.boughtFor.map(toBoughtThrough),
    innovation: one.assessment,
  }
}

export function toNotice(
  notice: StoredNotice,
  { versions, related, judgement, ...words }: Words & Around,
): z.infer<typeof NoticeAnswer> {
  const { addresses, lang } = words
  return {
    ...toIdentity(notice, addresses),
    noticeId: notice.noticeId,
    subtype: notice.subtype,
    description: notice.description,
    translations: [...notice.translations],
    buyers: notice.buyers.map(toBuyer),
    boughtFor: notice.boughtFor.map(toBoughtThrough),
    contractNature: notice.contractNature,
    nuts: [...notice.nuts],
    valueKind: notice.valueKind,
    frameworkMaximum: notice.frameworkMaximum,
    lots: notice.lots.map(toLot),
    parts: notice.parts.map(toLot),
    resultsWithoutLot: notice.resultsWithoutLot.map(({ lot, winners }) => ({
      lot,
      winners: winners.map(toWinner),
    })),
    references: [...notice.references],
    changes: notice.changes.map((change) => ({ ...change, sections: [...change.sections] })),
    innovation: { ...toInnovation(notice.innovation), judgement: toJudgement(judgement) },
    labels: toLabels(notice, lang),
    versions: versions.map((one) => toVersion(one, addresses)),
    related: related.map((one) => toVersion(one, addresses)),
    originals: notice.originals.map(({ sha256, source, receivedAt }) => ({
      sha256,
      source,
      receivedAt: receivedAt.toISOString(),
      url: `${addresses.api('notices', notice.id, 'original')}?sha256=${sha256}`,
    })),
    remarks: notice.remarks.map((remark) => toRemark(remark, lang)),
  }
}

type Identity = Omit<NoticeSummary, 'buyers' | 'boughtFor' | 'assessment' | 'listedOn'>

function toIdentity(one: Identity, addresses: Addresses) {
  return {
    id: one.id,
    self: addresses.api('notices', one.id),
    url: addresses.page('notice', one.id),
    version: one.version,
    isNewest: one.current,
    publicationNumber: one.publicationNumber,
    procedureId: one.procedureId,
    formType: one.formType,
    noticeType: one.noticeType,
    language: one.language,
    title: one.title,
    procedureType: one.procedureType,
    cpv: [...one.cpv],
    value: one.value,
    deadline: one.deadline,
    publishedOn: one.publishedOn,
    updatedAt: one.changedAt.toISOString(),
  }
}

function toBuyer(buyer: StoredBuyer): z.infer<typeof NoticeBuyer> {
  return {
    name: buyer.name,
    organisationNumber: buyer.organisationNumber,
    numberAsWritten: buyer.numberAsWritten,
    organisation: buyer.organisation && toReference(buyer.organisation),
    municipality: buyer.municipality,
    lead: buyer.lead,
    legalType: buyer.legalType,
    awardsForOthers: buyer.awardsForOthers,
    acquiresForOthers: buyer.acquiresForOthers,
    country: buyer.country,
    nuts: buyer.nuts,
    city: buyer.city,
  }
}

function toBoughtThrough(through: BoughtThrough): z.infer<typeof BoughtThroughAnswer> {
  const { body, basis, sourceUrl, asOfYear, principals } = through
  return {
    body: toReference(body),
    basis,
    source: sourceUrl,
    asOfYear,
    organisations: principals.map(({ organisation }) => toReference(organisation)),
  }
}

type InnovationAnswer = z.infer<typeof NoticeAnswer>['innovation']

function toJudgement(judgement: Judgement | null): InnovationAnswer['judgement'] {
  if (!judgement?.assessment) return null
  const { assessment, found, reason, organisationName, at } = judgement
  return { assessment, found, reason, organisation: organisationName, judgedAt: at.toISOString() }
}

function toInnovation(innovation: StoredNotice['innovation']): Omit<InnovationAnswer, 'judgement'> {
  const { strategicProcurement, innovativeAcquisition } = innovation.declared
  const { supplierInvolvement, needMapped, functionalRequirements } = innovation.conditions
  return {
    assessment: innovation.assessment,
    score: innovation.score,
    declared: {
      strategicProcurement: [...strategicProcurement],
      innovativeAcquisition: [...innovativeAcquisition],
    },
    canBeDeclared: innovation.canBeDeclared,
    conditions: { supplierInvolvement, needMapped, functionalRequirements },
    missing: [...innovation.missing],
    signals: innovation.signals.map(({ kind, condition, weight, lot, path, text }) => ({
      kind,
      condition,
      weight,
      lot,
      path,
      text,
    })),
    textRead: innovation.textRead,
  }
}

function toVersion({ id, version, formType, publishedOn, title }: NoticeVersion, addresses: Addresses) {
  return { id, version, formType, publishedOn, title, self: addresses.api('notices', id) }
}

function toLabels(notice: StoredNotice, lang: Language): z.infer<typeof NoticeLabels> {
  const { declared } = notice.innovation
  const all = [...notice.lots, ...notice.parts]
  return {
    formType: notice.formType && codeLabel('form-type', notice.formType, lang),
    noticeType: notice.noticeType && codeLabel('notice-type', notice.noticeType, lang),
    procedureType: notice.procedureType && codeLabel('procedure-type', notice.procedureType, lang),
    cpv: labelled([notice.cpv, ...all.map(({ cpv }) => cpv)].flat(), (code) => cpvLabel(code, lang)),
    nuts: labelled([notice.nuts, ...all.map(({ nuts }) => nuts)].flat(), (code) => nutsLabel(code, lang)),
    strategicProcurement: labelled(declared.strategicProcurement, (code) =>
      codeLabel('strategic-procurement', code, lang),
    ),
    innovativeAcquisition: labelled(declared.innovativeAcquisition, (code) =>
      codeLabel('innovative-acquisition', code, lang),
    ),
  }
}

function labelled(codes: readonly string[], labelOf: (code: string) => string): Record<string, string> {
  return Object.fromEntries([...new Set(codes)].map((code) => [code, labelOf(code)]))
}

function toRemark(remark: Remark, lang: Language) {
  return { code: remark.code, text: remarkText(remark, lang), path: remark.path ?? null }
}
