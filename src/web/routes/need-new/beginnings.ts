import type { Messages } from '#src/messages/index.ts'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { findCase } from '#src/modules/catalogue/index.ts'
import { type Actor, dayOf } from '#src/modules/identity/index.ts'
import { NeedId } from '#src/modules/needs/contract.ts'
import { mayWriteNeed, type NeedBeginning, readNeed } from '#src/modules/needs/index.ts'
import { comingContractEnds, findNotice } from '#src/modules/notices/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { address } from '#src/web/paths.ts'
import type { Choice } from '#src/web/ui/fields.tsx'

/** What a need is begun from, as the form sends it along. */
export type FromView = {
  readonly kind: 'case' | 'notice' | 'need'
  readonly what: string
  readonly lot: string
  readonly title: string
}

/** What the address asks to begin from (`?eksempel=`, `?kunngjoring=&del=`, `?behov=`); null for what is not there. */
export async function readFrom(
  db: Database,
  actor: Actor,
  parameters: URLSearchParams,
): Promise<FromView | null> {
  const [caseId, notice, need] = ['eksempel', 'kunngjoring', 'behov'].map((name) => parameters.get(name))
  if (need) {
    const found = await readNeed(db, actor, need)
    return found && { kind: 'need', what: found.id, lot: '', title: found.content.title }
  }
  if (notice) {
    const found = await findNotice(db, notice)
    const lot = found?.lots.find(({ id }) => id === parameters.get('del'))
    const title = (found?.lots.length !== 1 && lot?.title) || found?.title
    return found && { kind: 'notice', what: found.id, lot: lot?.id ?? '', title: title || found.title }
  }
  const known = CaseId.safeParse(caseId)
  const found = known.success ? await findCase(db, known.data) : null
  if (found?.status !== 'found') return null
  return { kind: 'case', what: found.case.id, lot: '', title: found.case.content.identity.title }
}

type Sent = { readonly kind: string; readonly what: string; readonly lot: string }

/** What a sent form begins from; null for own words, and for what means nothing. */
export function beginningOf({ kind, what, lot }: Sent): NeedBeginning | null {
  switch (kind) {
    case 'notice':
      return what === '' ? null : { kind, notice: what, lot: lot || null }
    case 'case': {
      const id = CaseId.safeParse(what)
      return id.success ? { kind, id: id.data } : null
    }
    case 'need': {
      const id = NeedId.safeParse(what)
      return id.success ? { kind, id: id.data } : null
    }
    default:
      return null
  }
}

/** Those whom somebody may write for, the one acted for first. */
export async function ownChoices(db: Database, actor: Actor): Promise<readonly Choice[]> {
  const ids = [...actor.actsFor]
    .filter((id) => mayWriteNeed(actor, id))
    .toSorted((a, b) => Number(b === actor.organisation) - Number(a === actor.organisation))
  const bodies = await organisationsByIds(db, ids)
  return ids.map((id) => ({ value: id, text: bodies.get(id)?.name ?? '' }))
}

export type OwnEnd = {
  readonly notice: string
  readonly lot: string
  readonly title: string
  readonly language: string
  readonly href: string
  readonly endsOn: string
}

const MOST_ENDS = 12

/** Contracts of theirs that end in the two years to come. */
export async function ownEnds(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { language }: Messages,
): Promise<readonly OwnEnd[]> {
  const own = [...actor.actsFor].filter((id) => mayWriteNeed(actor, id))
  const bodies = [...(await organisationsByIds(db, own)).values()]
  const ends = await comingContractEnds(db, {
    organisations: own,
    kommunenumre: bodies.flatMap(({ kind, kommunenummer }) =>
      kind === 'municipality' && kommunenummer ? [kommunenummer] : [],
    ),
    from: dayOf(now()),
    limit: MOST_ENDS,
  })
  return ends.map(({ notice, lot, lotTitle, noticeTitle, language: written, endsOn }) => ({
    notice,
    lot,
    title: lotTitle || noticeTitle,
    language: written,
    href: address(language, 'notice', { id: notice }),
    endsOn,
  }))
}
