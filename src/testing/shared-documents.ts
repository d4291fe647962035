import type { DocumentDescription, DocumentId } from '#src/modules/documents/contract.ts'
import { type AddDocument, addDocument, type SubjectSource } from '#src/modules/documents/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { largeFiles } from '#src/platform/files/index.ts'
import { aPdf } from './documents.ts'
import { aPerson } from './people.ts'

export const documentsAt = new Date('2026-11-21T12:00:00Z')
const now = () => documentsAt

export const REQUIREMENTS: DocumentDescription = {
  title: 'Kravspesifikasjon for nattro',
  description: '',
  kind: 'requirements',
  step: 'competition',
  theme: null,
  language: 'nb',
  visibility: 'organisation',
  rightsOwner: 'own',
  rightsHolder: '',
  permission: '',
  licence: 'none',
}

let written = 0

/** A PDF that no other is like. */
export function anyPdf(): Buffer {
  written += 1
  return aPdf({ objects: `% ${written}` })
}

/** One thing that documents may belong to, of one organisation; what others ask for is not there. */
export function subjectsOf(organisation: OrganisationId, id = 'case-1001'): readonly SubjectSource[] {
  const find: SubjectSource['find'] = async (_, actor, asked) =>
    asked === id
      ? { title: 'Nattro', organisations: new Set(actor.actsFor.has(organisation) ? [organisation] : []) }
      : null
  return [
    { kind: 'case', find },
    { kind: 'draft', find },
  ]
}

/** What the commands on documents need, over one database, with everything kept in it. */
export function documentsOn(db: Database, subjects: readonly SubjectSource[] = []) {
  return { db, now, subjects, files: largeFiles({ db, now, shelves: { chosen: null, others: [] } }) }
}

type Changes = Partial<Omit<AddDocument, 'description'>> & {
  readonly description?: Partial<DocumentDescription>
}

/** A document of the organisation the person acts for. */
export async function aDocument(db: Database, actor: Actor, changes: Changes = {}): Promise<DocumentId> {
  const organisation = changes.organisation ?? actor.organisation
  if (!organisation) throw new Error('The person of the test acts for nobody')
  const added = await addDocument(documentsOn(db, subjectsOf(organisation)), actor, {
    subject: null,
    upload: { name: 'krav.pdf', bytes: anyPdf() },
    ...changes,
    organisation,
    description: { ...REQUIREMENTS, ...changes.description },
  })
  if (!added.ok) throw new Error(JSON.stringify(added.failure))
  return added.value
}

/** Two municipalities and a supplier, with one person in each role that tells the policies apart. */
export async function documentPeople(db: Database) {
  const bodo = await ensureOrganisation(db, {
    name: 'Bodø kommune',
    organisasjonsnummer: null,
    kind: 'municipality',
  })
  const voss = await ensureOrganisation(db, {
    name: 'Voss herad',
    organisasjonsnummer: null,
    kind: 'municipality',
  })
  const firm = await ensureOrganisation(db, { name: 'Trygg AS', organisasjonsnummer: null, kind: 'supplier' })
  const at = documentsAt
  return {
    bodo,
    voss,
    reader: await aPerson(db, { organisation: bodo, roles: ['reader'], at }),
    contributor: await aPerson(db, { organisation: bodo, roles: ['contributor'], at }),
    coordinator: await aPerson(db, { organisation: bodo, roles: ['coordinator'], at }),
    consultant: await aPerson(db, { organisation: bodo, roles: ['consultant'], at }),
    neighbour: await aPerson(db, { organisation: voss, roles: ['coordinator'], at }),
    adviser: await aPerson(db, { organisation: voss, roles: ['adviser'], at }),
    supplier: await aPerson(db, { organisation: firm, roles: ['supplier'], at }),
    curator: await aPerson(db, { roles: ['curator'], at }),
    administrator: await aPerson(db, { roles: ['administrator'], at }),
    nobody: null,
  }
}
