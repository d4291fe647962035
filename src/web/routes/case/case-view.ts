import type { Messages } from '#src/messages/index.ts'
import type { CaseContent, Effect, PartyRole } from '#src/modules/catalogue/contract.ts'
import { PARTY_ROLES } from '#src/modules/catalogue/contract.ts'
import {
  type AddedUp,
  addUp,
  type CaseSummary,
  headlineEffects,
  inOrderOfWeight,
  isInnovativeProcurement,
  type LinkedParty,
  missingBlocks,
  nextForReuse,
  type ProcurementCase,
  type ReuseAnswer,
  type ReuseCriterion,
  type ReuseScore,
  reasonLabel,
  reuseAnswer,
  reuseScore,
  type SolutionSummary,
} from '#src/modules/catalogue/index.ts'
import { ancestors, codeLabel, cpvLabel, themeLabel } from '#src/modules/vocabulary/index.ts'
import { address } from '#src/web/paths.ts'
import { caseFacts } from '#src/web/present/case-hit.ts'
import { organisationLink } from '#src/web/present/organisation-link.ts'
import type { Tag } from '#src/web/ui/hit.tsx'
import type { Name } from '#src/web/ui/names.tsx'
import type { Crumb } from '#src/web/ui/page-top.tsx'

export type RoleView = { readonly role: PartyRole; readonly names: readonly Name[] }
export type SolutionLink = {
  readonly name: string
  readonly description: string
  readonly language: string
  readonly href: string
}

/** Everything the page of a case shows, in the reader's language where the words are ours. */
export type CaseView = {
  readonly id: string
  readonly content: CaseContent
  readonly facts: readonly string[]
  readonly crumbs: readonly Crumb[]
  readonly tags: readonly Tag[]
  readonly figures: readonly { readonly value: string; readonly text: string }[]
  readonly isProcurement: boolean
  readonly confirmedOn: string | null
  readonly roles: readonly RoleView[]
  readonly suppliers: readonly Name[]
  readonly procedure: string | null
  readonly cpv: readonly string[]
  readonly reuse: ReuseView
  /** The main effects first. */
  readonly effects: readonly Effect[]
  readonly added: { readonly sums: AddedUp['sums']; readonly leftOut: number }
  readonly stopReasons: readonly string[]
  readonly takenFrom: Readonly<Record<string, string>>
  readonly missing: ReturnType<typeof missingBlocks>
  readonly solutions: readonly SolutionLink[]
}

export type ReuseView = {
  readonly score: number
  readonly of: number
  readonly answer: ReuseAnswer
  readonly there: readonly ReuseCriterion[]
  readonly lacking: readonly ReuseCriterion[]
  readonly next: ReuseCriterion | null
}

function toReuseView(score: ReuseScore): ReuseView {
  const [there, lacking] = [true, false].map((met) =>
    score.points.filter(({ points }) => points > 0 === met).map(({ criterion }) => criterion),
  )
  return {
    score: score.score,
    of: score.of,
    answer: reuseAnswer(score),
    there: there ?? [],
    lacking: lacking ?? [],
    next: nextForReuse(score)?.criterion ?? null,
  }
}

function addedUp({ effects }: CaseContent): CaseView['added'] {
  const { sums, leftOut } = addUp(effects)
  return { sums, leftOut: leftOut.length }
}

type Around = {
  readonly solutions: readonly SolutionSummary[]
  /** The cases that its requirements were taken from. */
  readonly origins?: readonly CaseSummary[]
}

export function toCaseView(found: ProcurementCase, around: Around, messages: Messages): CaseView {
  const { content } = found
  const { language } = messages
  const { fromYear = null, toYear = null, cpv = [] } = content.identity
  const procedure = content.competition?.procedure
  return {
    id: found.id,
    content,
    facts: caseFacts({ parties: content.who.parties, fromYear, toYear }, messages, 4),
    crumbs: crumbs(content, messages),
    tags: tags(found, messages),
    figures: headlineEffects(content).map(({ figure }) => ({ value: figure.value, text: figure.unit })),
    isProcurement: isInnovativeProcurement(content.identity.kind),
    confirmedOn: found.confirmedAt?.toISOString() ?? null,
    roles: roles(found.parties, messages),
    suppliers: found.suppliers.map(({ name, role }) => ({ name, href: null, note: role })),
    procedure: procedure ? codeLabel('procedure-type', procedure, language) : null,
    cpv: cpv.map((code) => cpvLabel(code, language) ?? code),
    reuse: toReuseView(reuseScore(content)),
    effects: inOrderOfWeight(content.effects),
    added: addedUp(content),
    stopReasons: (content.stopped?.reasons ?? []).map((reason) => reasonLabel(reason, language)),
    takenFrom: Object.fromEntries((around.origins ?? []).map(({ id, title }) => [id, title])),
    missing: missingBlocks(content),
    solutions: around.solutions.map((solution) => ({
      name: solution.name,
      description: solution.description,
      language: solution.language,
      href: address(language, 'solution', { id: solution.id }),
    })),
  }
}

function crumbs({ identity }: CaseContent, { t, language }: Messages): readonly Crumb[] {
  const first = identity.themes[0]
  const top = first ? (ancestors(first).at(-1)?.id ?? first) : null
  return [
    { text: t('case.crumb'), href: address(language, 'cases') },
    ...(top ? [{ text: themeLabel(top, language), href: address(language, 'theme', { id: top }) }] : []),
  ]
}

function tags(
  { content, confirmedAt, origin }: ProcurementCase,
  { t, date, language }: Messages,
): readonly Tag[] {
  const themes = content.identity.themes.map(
    (id): Tag => ({
      text: themeLabel(id, language),
      color: 'mose',
      href: address(language, 'theme', { id }),
    }),
  )
  const joint: Tag[] = content.who.joint ? [{ text: t('case.together'), color: 'lyng' }] : []
  const confirmed: Tag[] = confirmedAt
    ? [{ text: t('case.confirmed', { date: date(confirmedAt) }), color: 'fjord' }]
    : origin === 'starter'
      ? [{ text: t('case.notConfirmed'), color: 'korn' }]
      : []
  const stopped: Tag[] = content.stopped ? [{ text: t('case.stopped.tag'), color: 'korn' }] : []
  return [...stopped, ...themes, ...joint, ...confirmed]
}

function roles(parties: readonly LinkedParty[], messages: Messages): readonly RoleView[] {
  return PARTY_ROLES.map((role) => ({
    role,
    names: parties.filter((party) => party.role === role).map((party) => partyLink(party, messages)),
  })).filter(({ names }) => names.length > 0)
}

/** The name as the source writes it, with what the municipality is called today where that differs. */
function partyLink({ name, organisation }: LinkedParty, { t, language }: Messages): Name {
  const href = organisationLink(organisation, language)
  const today = organisation?.name ?? name
  const renamed = href !== null && !bareName(name).includes(bareName(today))
  return { name: renamed ? t('case.nowCalled', { former: name, today }) : name, href, note: null }
}

function bareName(name: string): string {
  return name.toLowerCase().replace(/ (fylkes)?(kommune|herad)$/, '')
}
