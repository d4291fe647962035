import type { Messages } from '#src/messages/index.ts'
import { depthOf, readSpread, type SpreadNode } from '#src/modules/adoptions/index.ts'
import type { CaseId } from '#src/modules/catalogue/contract.ts'
import { type CaseSummary, casesByIds } from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import {
  isSmallDistrict,
  municipality,
  type Organisation,
  organisationsByIds,
  population,
  type Register,
  readRegister,
} from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { address } from '#src/web/paths.ts'
import { organisationLink } from './organisation-link.ts'

/** That somebody took something from somebody, with how large and how central they are, and who says so. */
export type SpreadRow = {
  readonly key: string
  readonly who: string
  readonly whoHref: string | null
  readonly from: string
  readonly what: string
  readonly whatHref: string | null
  /** A day, a year, or nothing. */
  readonly since: string | null
  readonly standing: string | null
  readonly href: string | null
  readonly population: number | null
  readonly centrality: number | null
  /** Null where it is no municipality. */
  readonly isSmallDistrict: boolean | null
  readonly source: 'adoption' | 'case' | 'solution'
}

/** One in the picture, with those who took it from there. */
export type TreeNode = {
  readonly key: string
  readonly name: string
  readonly next: readonly TreeNode[]
}

export type Spread = { readonly rows: readonly SpreadRow[]; readonly trees: readonly TreeNode[] }

type Known = {
  readonly cases: ReadonlyMap<string, CaseSummary>
  readonly organisations: ReadonlyMap<OrganisationId, Organisation>
  readonly register: Register
  readonly messages: Messages
}

/** What has come of these cases with others, of what the reader may see; pictures only where it has gone further than one step. */
export async function spreadOf(
  db: Database,
  origins: readonly CaseId[],
  { reader, messages }: { readonly reader: Actor | null; readonly messages: Messages },
): Promise<Spread> {
  const nodes = await readSpread(db, origins, reader)
  const all = nodes.flatMap(everyNode)
  const summaries = await casesByIds(db, [...new Set(all.map((node) => node.case))])
  const known: Known = {
    cases: new Map(summaries.map((summary) => [summary.id, summary])),
    organisations: await organisationsByIds(
      db,
      all.flatMap(({ taken }) => taken.map(({ by }) => by)),
    ),
    register: await readRegister(db),
    messages,
  }
  return {
    rows: all.flatMap((node) => rowsOf(node, known)),
    trees: nodes.filter((node) => depthOf(node) > 1).map((node) => treeOf(node, known)),
  }
}

function everyNode(node: SpreadNode): readonly SpreadNode[] {
  return [node, ...node.taken.flatMap(({ further }) => (further ? everyNode(further) : []))]
}

function rowsOf(node: SpreadNode, known: Known): readonly SpreadRow[] {
  const { t, language } = known.messages
  const from = known.cases.get(node.case)
  return node.taken.map(({ id, by, status, since }) => ({
    key: id,
    who: known.organisations.get(by)?.name ?? '–',
    whoHref: organisationLink(known.organisations.get(by) ?? null, language),
    from: whose(from) ?? node.case,
    what: from?.title ?? node.case,
    whatHref: from ? address(language, 'case', { id: from.id }) : null,
    since,
    standing: t(`adoptions.status.${status}`),
    href: address(language, 'adoption', { id }),
    ...placeFacts(known.organisations.get(by) ?? null, known.register),
    source: 'adoption' as const,
  }))
}

function whose(summary: CaseSummary | undefined): string | null {
  return summary?.parties[0]?.name ?? null
}

/** How large and how central a municipality is; nothing of others. */
export function placeFacts(
  organisation: Organisation | null,
  register: Register,
): Pick<SpreadRow, 'population' | 'centrality' | 'isSmallDistrict'> {
  const number = organisation?.kind === 'municipality' ? organisation.kommunenummer : null
  const place = number ? municipality(register, number) : null
  return {
    population: place ? population(place) : null,
    centrality: place?.centralityClass ?? null,
    isSmallDistrict: place ? isSmallDistrict(place) : null,
  }
}

function treeOf(node: SpreadNode, known: Known): TreeNode {
  const branches = (of: SpreadNode): readonly TreeNode[] =>
    of.taken.map(({ id, by, further }) => ({
      key: id,
      name: known.organisations.get(by)?.name ?? '–',
      next: further ? branches(further) : [],
    }))
  return { key: node.case, name: whose(known.cases.get(node.case)) ?? node.case, next: branches(node) }
}
