import { isObject, type JsonObject, lineAt, linesAt, objectsAt } from './json-object.ts'
import { stageOf } from './stages.ts'

/** What kind of document holds the notice of a stage. */
const DOCUMENT_OF_STAGE = {
  planning: /^(plannedProcurementNotice|marketEngagementNotice|procurementPlan)$/,
  tender: /^tenderNotice$/,
  award: /^(awardNotice|contractNotice)$/,
  contract: /^(contractNotice|awardNotice)$/,
  implementation: /^(completionCertificate|contractNotice)$/,
  compiled: /^(awardNotice|contractNotice)$/,
} as const

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:-\d{1,3})?/gi
/** Numbers of the EU (`123456-2026`, eight digits with zeros) and of Doffin (`2026-123456`). */
const PUBLICATION = /\b(?:\d{1,8}-(?:19|20)\d{2}|20\d{2}-\d{5,6})\b/g

/**
 * The eForms notice that a release is made from, under every name it may be stored by: its publication number, its
 * notice id with or without version, its number in Doffin. A number counts only where something says that it is a
 * notice's: the address of TED or Doffin, a scheme, or the place it stands in. Empty when it names none.
 */
export function namedNotices(release: JsonObject): readonly string[] {
  const names = [
    ...namesIn(lineAt(release, 'id'), {
      isNotice: lineAt(release, 'id')?.match(/^(?:ted|doffin|eforms)\b/i) !== null,
    }),
    ...identifiers(release).flatMap((one) =>
      namesIn(lineAt(one, 'id') ?? lineAt(one, 'identifier'), {
        isNotice: isNoticeScheme(lineAt(one, 'scheme')),
      }),
    ),
    ...ownDocuments(release).flatMap((one) => [
      ...namesIn(lineAt(one, 'url'), { isNotice: isNoticeAddress(lineAt(one, 'url')) }),
      ...namesIn(lineAt(one, 'id'), { isNotice: true }),
    ]),
  ]
  return [...new Set(names)]
}

/** The release's own, its procedure's, and those of processes that are the same notice elsewhere. */
function identifiers(release: JsonObject): readonly JsonObject[] {
  const sameElsewhere = objectsAt(release, 'relatedProcesses').filter((one) => {
    const relations = linesAt(one, 'relationship')
    return (
      isNoticeScheme(lineAt(one, 'scheme')) && !relations.some((relation) => OTHER_PROCESS.test(relation))
    )
  })
  return [
    ...objectsAt(release, 'identifiers'),
    ...objectsAt(release, 'additionalIdentifiers'),
    ...objectsAt(release, 'tender.identifiers'),
    ...objectsAt(release, 'tender.additionalIdentifiers'),
    ...sameElsewhere.map((one) => ({ ...one, id: one.identifier })),
    ...sameElsewhere.map((one) => ({ scheme: one.scheme, id: one.uri })),
  ].filter(isObject)
}

const OTHER_PROCESS =
  /^(prior|framework|parent|planning|subContract|replacementProcess|renewalProcess|unsuccessfulProcess)$/

/** The documents that are the notice of this stage; where none is marked so, those that lie at TED or Doffin. */
function ownDocuments(release: JsonObject): readonly JsonObject[] {
  const all = ['planning', 'tender', 'awards', 'contracts'].flatMap((part) =>
    objectsAt(release, part).flatMap((one) => objectsAt(one, 'documents')),
  )
  const wanted = DOCUMENT_OF_STAGE[stageOf(release)]
  const ofStage = all.filter((one) => wanted.test(lineAt(one, 'documentType') ?? ''))
  if (ofStage.length > 0) return ofStage
  return all.filter(
    (one) => isNoticeAddress(lineAt(one, 'url')) && !/Notice$/.test(lineAt(one, 'documentType') ?? ''),
  )
}

function isNoticeScheme(scheme: string | null): boolean {
  return scheme !== null && /ted|ojs|doffin|eforms|notice/i.test(scheme)
}

function isNoticeAddress(url: string | null): boolean {
  return url !== null && /^https?:\/\/(?:[\w-]+\.)*(?:ted\.europa\.eu|doffin\.no)\//i.test(url)
}

function namesIn(text: string | null, { isNotice }: { readonly isNotice: boolean }): string[] {
  if (!text) return []
  const uuids = (text.match(UUID) ?? []).map((one) => one.toLowerCase())
  const numbers = isNotice ? (text.replace(UUID, ' ').match(PUBLICATION) ?? []) : []
  return [...uuids, ...numbers.flatMap(spellingsOf)]
}

/** TED writes its numbers with and without the zeros before them. */
function spellingsOf(number: string): string[] {
  const [, serial, year] = /^(\d{1,8})-((?:19|20)\d{2})$/.exec(number) ?? []
  if (!serial || !year) return [number]
  const short = `${Number(serial)}-${year}`
  return [short, short.padStart(13, '0')]
}
