/**
 * The words of the field in bokmål, nynorsk and English: the theme tree people browse by, the
 * thesaurus that goes deeper and knows what else things are called, CPV, regions (NUTS), and the
 * code lists of eForms. Pure and synchronous; the tables are files under `data/vocabulary` and
 * `data/thesaurus`, read once when the module is loaded. A code without words is foreign data and
 * is given back as it is, never hidden.
 */

export { type Code, codeLabel, codeListOf, codes, isKnownCode } from './code-list.ts'
export { type ConceptNode, conceptBranch, conceptScope, conceptTree, waysTo } from './concept-tree.ts'
export type { CodeList, ThemeBranch } from './contract.ts'
export { type CpvClass, cpvDivision, cpvDivisions, cpvLabel, nearestCpv } from './cpv.ts'
export { cpvTheme } from './cpv-theme.ts'
export { type FoundConcept, findConcepts } from './find-concepts.ts'
export { type NutsRegion, nutsCounty, nutsLabel, nutsRegions } from './nuts.ts'
export { type SkosScheme, writeSkos } from './skos.ts'
export { writeSkosJson } from './skos-json.ts'
export type { Theme, ThemeNode } from './theme.ts'
export {
  ancestors,
  descendants,
  narrowerThemes,
  theme,
  themeLabel,
  themes,
  themeTree,
  withAncestors,
} from './theme.ts'
export {
  broaderConcepts,
  type Concept,
  type ConceptLabels,
  concept,
  conceptLabel,
  concepts,
  narrowerConcepts,
  relatedConcepts,
} from './thesaurus.ts'
