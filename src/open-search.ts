import { join } from 'node:path'
import { caseSearchSource } from '#src/modules/catalogue/index.ts'
import { noticeSearchSource } from '#src/modules/notices/index.ts'
import {
  currentCounties,
  currentMunicipalities,
  findOrganisation,
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
import { concepts, theme, themes } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'

type Options = Pick<SearchParts, 'db' | 'log' | 'now' | 'inThread'> & {
  /** The folder of the program's data; without it nothing is kept between two runs. */
  readonly dataFolder?: string
}

/** The search over all that the program holds, with the words and names that other modules know. */
export function openSearch({ dataFolder, ...parts }: Options): Search {
  const { db } = parts
  return createSearch({
    ...parts,
    sources: [caseSearchSource(db), noticeSearchSource(db)],
    thesaurus: concepts(),
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

/** Themes and municipalities that begin with what is typed. */
async function proposePlaces(
  db: Database,
  typed: string,
  { lang, limit }: Parameters<Proposals>[1],
): Promise<readonly Suggestion[]> {
  const beginning = typed.toLowerCase()
  const begins = ({ text }: { readonly text: string }) => text.toLowerCase().startsWith(beginning)
  const register = await readRegister(db)
  const named = themes().map(({ id, label }): Suggestion => ({ kind: 'theme', id, text: label[lang] }))
  const places = [...register.municipalities.values()].map(
    ({ kommunenummer, name }): Suggestion => ({ kind: 'municipality', id: kommunenummer, text: name }),
  )
  return [...named.filter(begins).slice(0, limit), ...places.filter(begins).slice(0, limit)].slice(0, limit)
}
