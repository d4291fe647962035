import type { PersonId } from '#src/modules/identity/contract.ts'
import { NeedContent, NeedId } from '#src/modules/needs/contract.ts'
import type { Need } from '#src/modules/needs/index.ts'
import { insertNeed, keepVersion } from '#src/modules/needs/needs-repository.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'

/** A need that tells what it takes to be announced. */
export const NIGHT_WATCH: NeedContent = NeedContent.parse({
  language: 'nb',
  title: 'Digitalt tilsyn om natten i hjemmet',
  forWhom: 'Hjemmeboende som får tilsyn om natten',
  outcome: 'De sover uten å bli vekket, og nattevakten rykker ut når noe skjer',
  volume: { amount: 40, unit: 'brukere' },
  costToday: 'To årsverk og 90 000 kilometer i året',
  from: '2027-03-01',
  until: '2027-09-30',
  firmness: 'wanted',
  phase: 'mapping',
  innovationHeight: 'adapt',
  wish: 'either',
  themes: ['velferdsteknologi'],
})

type Example = Partial<Omit<Need, 'content'>> & {
  readonly organisation: OrganisationId
  readonly by: PersonId
  readonly content?: Partial<NeedContent>
}

/** A need that is announced, in the database; `status: 'draft'` for one that is not. */
export async function aNeed(db: Database, { by, content, ...example }: Example): Promise<Need> {
  const at = new Date('2026-11-01T09:00:00Z')
  const need: Need = {
    id: NeedId.parse(newId()),
    status: 'announced',
    audience: 'all',
    version: 1,
    notice: null,
    lot: null,
    begunAt: at,
    changedAt: at,
    announcedAt: example.status === 'draft' ? null : at,
    closed: null,
    ...example,
    content: { ...NIGHT_WATCH, ...content },
  }
  await insertNeed(db, need, by)
  if (need.announcedAt) await keepVersion(db, need, { by, at, reason: null })
  return need
}
