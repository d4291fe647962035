import { join } from 'node:path'
import { caseSearchSource } from '#src/modules/catalogue/index.ts'
import { documentSearchSource } from '#src/modules/documents/index.ts'
import { needSearchSource } from '#src/modules/needs/index.ts'
import { noticeSearchSource } from '#src/modules/notices/index.ts'
import {
  county,
  currentCounties,
  currentMunicipalities,
  findOrganisation,
  municipalities,
  population,
  type Register,
  readRegister,
} from '#src/modules/organisations/index.ts'
import {
  createSearch,
  type Proposals,
  type ResolveField,
  type Search,
  type SearchParts,
  type Suggestion,
} from '#src/modules/search/index.ts'
import { stopSearchSource } from '#src/modules/stops/index.ts'
import { conceptBranch, concepts, findConcepts, theme, themes } from '#src/modules/vocabulary/index.ts'
import { systemClock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'

type Options = Pick<SearchParts, 'db' | 'log' | 'now' | 'inThread'> & {
  /** The folder of the program's data; without it nothing is kept between two runs. */
  readonly dataFolder?: string
}

/** Concepts that say who somebody is, and not what is bought. */
const WHO = new Set(['kommune', 'fylkeskommune', 'statlig-virksomhet', 'innbyggere', 'ansatte'])

/** The search over all that the program holds, with the words and names that other modules know. */
export function openSearch({ dataFolder, ...parts }: Options): Search {
  const { db, now = systemClock } = parts
  return createSearch({
    ...parts,
    sources: [
      caseSearchSource(db),
      documentSearchSource(db),
      needSearchSource(db),
      noticeSearchSource(db),
      stopSearchSource({ db, now }),
    ],
    thesaurus: concepts(),
    isSubject: (concept) => conceptBranch(concept) !== 'procurement' && !WHO.has(concept),
    resolveField: (field, value) => resolveField(db, field, value),
    proposals: (typed, options) => proposePlaces(db, typed, options),
    ...(dataFolder !== undefined && { folder: join(dataFolder, 'search-index') }),
  })
}

async function resolveField(
  db: Database,
  field: Parameters<ResolveField>[0],
  value: string,
): Promise<readonly string[]> {
  if (field === 'theme') return themesCalled(value)
  const register = await readRegister(db)
  if (/^\d{4}$/.test(value) && field === 'municipality')
    return currentMunicipalities(register, value).map((one) => one.kommunenummer)
  if (/^\d{2}$/.test(value) && field === 'county')
    return currentCounties(register, value).map((one) => one.fylkesnummer)
  const name = field === 'municipality' ? `${value} kommune` : `${value} fylkeskommune`
  const found = findOrganisation(register, { name }) ?? findOrganisation(register, { name: value })
  const code = field === 'municipality' ? found?.kommunenummer : found?.fylkesnummer
  return code ? [code] : []
}

function themesCalled(value: string): readonly string[] {
  const wanted = value.toLowerCase()
  if (theme(wanted)) return [wanted]
  return themes()
    .filter(({ label, alternatives }) =>
      [...Object.values(label), ...Object.values(alternatives).flat()].some(
        (name) => name.toLowerCase() === wanted,
      ),
    )
    .map(({ id }) => id)
}

/** Themes and municipalities of which a name begins as what is typed, of both kinds where there are both. */
async function proposePlaces(
  db: Database,
  typed: string,
  { lang, limit }: Parameters<Proposals>[1],
): Promise<readonly Suggestion[]> {
  const register = await readRegister(db)
  const named = proposeThemes(typed, lang)
  const places = proposeMunicipalities(register, typed)
  const shown = Math.max(Math.ceil(limit / 2), limit - places.length)
  return [...named.slice(0, shown), ...places].slice(0, limit)
}

const READ_TOO = { nb: ['nb', 'nn'], nn: ['nn', 'nb'], en: ['en', 'nb', 'nn'] } as const

/** By what a theme is called beside its name too, and then that is told. */
function proposeThemes(typed: string, lang: Parameters<Proposals>[1]['lang']): readonly Suggestion[] {
  return findConcepts(typed, { languages: READ_TOO[lang] }).map(({ concept: { id, labels }, label }) => {
    const { preferred } = labels[lang]
    const isNamed = label.toLowerCase() === preferred.toLowerCase()
    return { kind: 'theme', id, text: isNamed ? preferred : `${preferred} (${label})` }
  })
}

/** The largest first: it is the one that most people mean. */
function proposeMunicipalities(register: Register, typed: string): readonly Suggestion[] {
  const beginning = typed.toLowerCase()
  const begins = (name: string) => name.toLowerCase().startsWith(beginning)
  const all = municipalities(register)
  return all
    .filter(({ name, otherNames }) => begins(name) || otherNames.some((other) => begins(other.name)))
    .sort((one, other) => population(other) - population(one))
    .map(({ kommunenummer, name, otherNames, fylkesnummer }) => {
      const isAlone = all.filter((one) => one.name === name).length === 1
      const other = begins(name) ? null : otherNames.find((one) => begins(one.name))?.name
      const beside = other ?? (isAlone ? null : county(register, fylkesnummer)?.name)
      return { kind: 'municipality', id: kommunenummer, text: beside ? `${name} (${beside})` : name }
    })
}
