import { municipality, type Register, readRegister } from '#src/modules/organisations/index.ts'
import type { SearchDocument, SearchSource } from '#src/modules/search/contract.ts'
import { theme, withAncestors } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import { TAKING_PART } from './case-condition.ts'
import { CaseContent, type CaseLevel, type PartyRole } from './contract.ts'
import { type Organisations, organisationsOf } from './linked-names.ts'
import { requirementsOf } from './requirement.ts'
import './tables.ts'

/** How the catalogue's cases are found. */
export function caseSearchSource(db: Database): SearchSource {
  return {
    type: 'case',
    listIds: async () => {
      const rows = await db
        .selectFrom('procurement_case')
        .select('public_id')
        .where('status', '=', 'published')
        .orderBy('number')
        .execute()
      return rows.map((row) => row.public_id)
    },
    load: (ids) => (ids.length === 0 ? Promise.resolve([]) : loadDocuments(db, ids)),
  }
}

async function loadDocuments(db: Database, ids: readonly string[]): Promise<readonly SearchDocument[]> {
  const rows = await readCases(db, ids)
  const keys = rows.map((row) => row.id)
  if (keys.length === 0) return []
  const parties = await db.selectFrom('case_party').selectAll().where('case_id', 'in', keys).execute()
  const suppliers = await db.selectFrom('case_supplier').selectAll().where('case_id', 'in', keys).execute()
  const solutions = await readSolutionNames(db, keys)
  const organisation = await organisationsOf(db, [...parties, ...suppliers])
  const register = await readRegister(db)
  return rows.map((row) =>
    toDocument({
      id: row.public_id,
      content: CaseContent.parse(row.content),
      parties: parties.filter((party) => party.case_id === row.id),
      suppliers: suppliers.filter((supplier) => supplier.case_id === row.id),
      solutions: solutions.filter((solution) => solution.case_id === row.id).map((solution) => solution.name),
      organisation,
      register,
    }),
  )
}

function readCases(db: Database, ids: readonly string[]) {
  return db
    .selectFrom('procurement_case')
    .innerJoin('case_version', (join) =>
      join
        .onRef('case_version.case_id', '=', 'procurement_case.id')
        .onRef('case_version.version', '=', 'procurement_case.current_version'),
    )
    .select(['procurement_case.id', 'public_id', 'content'])
    .where('status', '=', 'published')
    .where('public_id', 'in', ids)
    .orderBy('number')
    .execute()
}

function readSolutionNames(db: Database, keys: readonly string[]) {
  return db
    .selectFrom('solution_case')
    .innerJoin('solution', 'solution.id', 'solution_case.solution_id')
    .select(['case_id', 'name'])
    .where('status', '=', 'published')
    .where('case_id', 'in', keys)
    .orderBy('number')
    .execute()
}

type Link = { readonly name: string; readonly organisation_id: string | null }
type PartyLink = Link & { readonly role: PartyRole; readonly within_id: string | null }

type Findable = {
  readonly id: string
  readonly content: CaseContent
  readonly parties: readonly PartyLink[]
  readonly suppliers: readonly Link[]
  readonly solutions: readonly string[]
  readonly organisation: Organisations
  readonly register: Register
}

/** Before routine notices; what is only mentioned comes last. */
const PRIOR: Readonly<Record<CaseLevel, number>> = { full: 1, short: 0.8, experience: 0.6, mention: 0.2 }

function toDocument(found: Findable): SearchDocument {
  const { id, content } = found
  const years = yearsOf(content)
  return {
    id,
    type: 'case',
    language: content.language,
    title: content.identity.title,
    summary: content.need?.text ?? content.approach ?? content.effects[0]?.text ?? '',
    body: [...textsOf(content), ...found.solutions].map(asSentence).join('\n'),
    keywords: themeWords(content),
    names: namesOf(found),
    facets: facetsOf(found, years),
    prior: PRIOR[content.identity.level],
    // Cases are dated by year; the first day keeps them in order among notices.
    publishedOn: years.length > 0 ? `${years.at(-1)}-01-01` : null,
    deadlineAt: null,
    valueNok: null,
    audience: 'public',
    suggestible: content.identity.level !== 'mention',
  }
}

function facetsOf(
  { content, parties, organisation }: Findable,
  years: readonly number[],
): SearchDocument['facets'] {
  const places = parties
    .filter((party) => TAKING_PART.includes(party.role))
    .flatMap((party) => [organisation(party.organisation_id), organisation(party.within_id)])
    .filter((one) => one?.kind === 'municipality' || one?.kind === 'county')
  const { kind, themes, cpv = [] } = content.identity
  return {
    kind: [kind],
    theme: distinct(themes.flatMap(withAncestors)),
    county: distinct(places.map((one) => one?.fylkesnummer)),
    municipality: distinct(places.map((one) => one?.kommunenummer)),
    cpv,
    procedure: distinct([content.competition?.procedure]),
    year: years.map(String),
    joint: [String(content.who.joint)],
  }
}

/** As the sources write them and as they are called today, with and without «kommune», in Sami too. */
function namesOf({ parties, suppliers, organisation, register }: Findable): readonly string[] {
  return distinct(
    [...parties, ...suppliers].flatMap(({ name, organisation_id }) => {
      const today = organisation(organisation_id)
      const place = today?.kind === 'municipality' ? municipality(register, today.kommunenummer ?? '') : null
      const others = (place?.otherNames ?? []).filter((other) => other.kind === 'parallel')
      return [name, today?.name, place?.name, ...others.map((other) => other.name)]
    }),
  )
}

function textsOf(content: CaseContent): readonly string[] {
  const { identity, need, marketDialogue, competition, contract, reuse } = content
  return [
    ...Object.values(need ?? {}),
    content.userInvolvement?.text,
    ...requirementsOf(content).flatMap(({ text, measuredBy }) => [text, measuredBy ?? undefined]),
    content.approach,
    ...(content.approach ? [] : content.steps.map((step) => step.text)),
    marketDialogue?.text,
    marketDialogue?.learned,
    competition?.text,
    contract?.text,
    ...content.effects.flatMap(({ text, condition, forWhom, method }) => [text, condition, forWhom, method]),
    content.noBenefit?.reason,
    content.stopped?.text,
    content.stopped?.wouldHaveHelped,
    ...content.lessons.map((lesson) => lesson.text),
    reuse?.prerequisites,
    identity.statusToday,
    identity.award,
    identity.funding,
    ...content.who.suppliers.map((supplier) => supplier.role),
  ].filter((text) => text !== undefined)
}

/** What its themes are called in every language, so that a question in another language or with another word finds it. */
function themeWords({ identity }: CaseContent): string {
  const words = identity.themes.flatMap((id) => {
    const known = theme(id)
    return known ? [...Object.values(known.label), ...Object.values(known.alternatives).flat()] : []
  })
  return distinct(words).join(' · ')
}

/** So that pieces that stand beside each other in a snippet do not run together. */
function asSentence(text: string): string {
  return /[.!?…:]$/.test(text) ? text : `${text}.`
}

/** Each year from the first to the last; the only one when just one end is known. */
function yearsOf({ identity: { fromYear, toYear } }: CaseContent): readonly number[] {
  const first = fromYear ?? toYear
  const last = toYear ?? fromYear
  if (first === undefined || last === undefined) return []
  return Array.from({ length: last - first + 1 }, (_, after) => first + after)
}

function distinct(values: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null && value !== undefined))]
}
