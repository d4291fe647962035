import { messagesIn } from '#src/messages/index.ts'
import { dayOf } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { type Organisation, organisationsByIds } from '#src/modules/organisations/index.ts'
import type { SearchDocument, SearchSource } from '#src/modules/search/contract.ts'
import { theme, withAncestors } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import { LANGUAGES } from '#src/platform/language.ts'
import { DocumentId } from './contract.ts'
import type { SharedDocument } from './document.ts'
import { toDocument } from './documents-repository.ts'
import './tables.ts'

/** After cases, before routine notices. */
const PRIOR = 0.5

/**
 * How the documents are found, by what is said about them: those for all by everybody, those for
 * public employees by them, the rest by the organisation's own people. What is inside the files is not read.
 */
export function documentSearchSource(db: Database): SearchSource {
  return {
    type: 'document',
    listIds: async () => {
      const rows = await db
        .selectFrom('document')
        .select('id')
        .where('withdrawn_at', 'is', null)
        .orderBy('id')
        .execute()
      return rows.map(({ id }) => id)
    },
    load: (ids) => loadDocuments(db, ids),
  }
}

async function loadDocuments(db: Database, ids: readonly string[]): Promise<readonly SearchDocument[]> {
  const known = ids.filter((id) => DocumentId.safeParse(id).success)
  if (known.length === 0) return []
  const rows = await db
    .selectFrom('document')
    .selectAll()
    .where('id', 'in', known)
    .where('withdrawn_at', 'is', null)
    .execute()
  const documents = rows.map(toDocument)
  const organisations = await organisationsByIds(
    db,
    documents.map(({ organisation }) => organisation),
  )
  return documents.map((document) => toSearchDocument(document, organisations))
}

function toSearchDocument(
  document: SharedDocument,
  organisations: ReadonlyMap<OrganisationId, Organisation>,
): SearchDocument {
  const owner = organisations.get(document.organisation)
  return {
    id: document.id,
    type: 'document',
    language: document.language === 'other' ? 'und' : document.language,
    title: document.title,
    summary: document.description,
    body: document.description,
    keywords: wordsOf(document).join(' · '),
    names: [owner?.name ?? '', document.rightsHolder].filter((name) => name !== ''),
    facets: {
      theme: document.theme ? withAncestors(document.theme) : [],
      county: owner?.fylkesnummer ? [owner.fylkesnummer] : [],
      municipality: owner?.kommunenummer ? [owner.kommunenummer] : [],
      year: [dayOf(document.addedAt).slice(0, 4)],
    },
    prior: PRIOR,
    publishedOn: dayOf(document.addedAt),
    deadlineAt: null,
    valueNok: null,
    audience: audienceOf(document),
  }
}

/** What belongs to a draft is for its organisation alone, whatever it will be shown to. */
function audienceOf({ visibility, subject, organisation }: SharedDocument): SearchDocument['audience'] {
  if (subject?.kind === 'draft' || visibility === 'organisation') return { organisation }
  return visibility === 'all' ? 'public' : 'public-employees'
}

/** What kind it is and what its theme is called, in every language. */
function wordsOf({ kind, theme: id }: SharedDocument): readonly string[] {
  const kinds = LANGUAGES.map((language) => messagesIn(language).t(`document.kind.${kind}`))
  const known = id ? theme(id) : null
  const themes = known ? [...Object.values(known.label), ...Object.values(known.alternatives).flat()] : []
  return [...new Set([...kinds, ...themes])]
}
