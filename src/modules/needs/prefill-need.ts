import type { CaseId } from '#src/modules/catalogue/contract.ts'
import { findCase } from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { contractEndsOf, findNotice, type StoredNotice } from '#src/modules/notices/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { theme } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Language } from '#src/platform/language.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { MOST_THEMES, NeedContent, type NeedId } from './contract.ts'
import type { Need } from './need.ts'
import { findNeed } from './needs-repository.ts'
import { mayReadNeed } from './policy.ts'

/** What a need begins with: own words, a contract that ends, what another has done, or another's need that is ours too. */
export type NeedBeginning =
  | { readonly kind: 'words'; readonly title: string }
  | { readonly kind: 'notice'; readonly notice: string; readonly lot: string | null }
  | { readonly kind: 'case'; readonly id: CaseId }
  | { readonly kind: 'need'; readonly id: NeedId }

export type PrefillFailure =
  | { readonly kind: 'noticeNotFound' }
  | { readonly kind: 'caseNotFound' }
  /** There is none, or none that they may know of. */
  | { readonly kind: 'needNotFound' }

type Filled = Pick<Need, 'content' | 'notice' | 'lot'>

export type Prefill = { readonly organisation: OrganisationId; readonly from: NeedBeginning }

export function prefillNeed(
  db: Database,
  actor: Actor,
  { organisation, from }: Prefill,
): Promise<Result<Filled, PrefillFailure>> {
  const { language } = actor
  switch (from.kind) {
    case 'words':
      return Promise.resolve(ok(filled({ language, title: from.title })))
    case 'notice':
      return fromNotice(db, language, { organisation, from })
    case 'case':
      return fromCase(db, language, from.id)
    case 'need':
      return fromNeed(db, actor, from.id)
  }
}

const LONGEST_TITLE = 150

/** What is told of a need as it begins; what is not told is empty, as in any draft. */
function filled(told: Partial<NeedContent>): Filled {
  const content = NeedContent.parse({
    ...told,
    mirror: {},
    title: (told.title ?? '').trim().slice(0, LONGEST_TITLE),
    themes: (told.themes ?? []).filter((id) => theme(id)).slice(0, MOST_THEMES),
  })
  return { content, notice: null, lot: null }
}

type FromNotice = Prefill & { readonly from: Extract<NeedBeginning, { kind: 'notice' }> }

/**
 * What was bought last time, and when its contract ends; the words are the notice's, to be changed. Of a contract that is
 * another's, the end says when to buy and not when one's own ends.
 */
async function fromNotice(
  db: Database,
  language: Language,
  { organisation, from: { notice: id, lot: wanted } }: FromNotice,
): Promise<Result<Filled, PrefillFailure>> {
  const notice = await findNotice(db, id)
  const lot = notice?.lots.find((one) => one.id === wanted) ?? null
  if (!notice || (wanted !== null && !lot)) return fail({ kind: 'noticeNotFound' })
  const ends = await contractEndsOf(db, [notice.id])
  const end = ends.find((one) => one.lot === (lot?.id ?? one.lot))
  const begun = filled({
    language,
    title: lot && notice.lots.length > 1 ? lot.title || notice.title : notice.title,
    cpv: [...new Set([...(lot?.cpv ?? []), ...(lot && lot.cpv.length > 0 ? [] : notice.cpv)])].slice(0, 10),
    contractEndsOn: (await isBoughtFor(db, notice, organisation)) ? (end?.endsOn ?? null) : null,
    until: end?.endsOn ?? null,
  })
  return ok({ ...begun, notice: notice.id, lot: lot?.id ?? null })
}

/** Whether it, or a body of the same municipality, buys it or has it bought. */
async function isBoughtFor(
  db: Database,
  { buyers, boughtFor }: StoredNotice,
  organisation: OrganisationId,
): Promise<boolean> {
  const own = await findOrganisationById(db, organisation)
  const number = own?.kind === 'municipality' ? own.kommunenummer : null
  return [...buyers, ...boughtFor.flatMap(({ principals }) => principals)].some(
    (one) =>
      one.organisation?.id === organisation || (number !== null && one.municipality?.number === number),
  )
}

/** What another needed before it bought, as a beginning of one's own words; not what it bought, nor from whom. */
async function fromCase(
  db: Database,
  language: Language,
  id: CaseId,
): Promise<Result<Filled, PrefillFailure>> {
  const found = await findCase(db, id)
  if (found?.status !== 'found') return fail({ kind: 'caseNotFound' })
  const { identity, need } = found.case.content
  return ok(
    filled({
      language,
      title: identity.title,
      forWhom: need?.forWhom ?? '',
      outcome: need?.outcome ?? need?.text ?? '',
      themes: identity.themes,
      cpv: identity.cpv ?? [],
    }),
  )
}

/** «Vi trenger det samme»: what is the same, and not how many they are or what it costs them. */
async function fromNeed(db: Database, actor: Actor, id: NeedId): Promise<Result<Filled, PrefillFailure>> {
  const other = await findNeed(db, id)
  if (!other || !mayReadNeed(actor, other)) return fail({ kind: 'needNotFound' })
  const { title, forWhom, outcome, themes, cpv, from, until, innovationHeight } = other.content
  return ok(
    filled({
      language: other.content.language,
      ...{ title, forWhom, outcome, themes, cpv, from, until, innovationHeight },
      wish: 'either',
    }),
  )
}
