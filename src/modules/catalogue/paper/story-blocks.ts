import type { Messages } from '#src/messages/index.ts'
import { type CaseContent, PARTY_ROLES, type Party } from '#src/modules/catalogue/contract.ts'
import { type Block, bullets, facts, heading, paragraph, table } from '#src/platform/papers/index.ts'

export function whoBlocks({ who, language }: CaseContent, { t }: Messages): readonly Block[] {
  const roles = PARTY_ROLES.map((role) => {
    const names = who.parties.filter((party) => party.role === role).map(partyName)
    return [t(`case.role.${role}`), names.join(', '), language] as const
  })
  const suppliers = who.suppliers.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', ')
  const last =
    suppliers === ''
      ? ([t('case.suppliers'), t('case.suppliers.notKnown')] as const)
      : ([t('case.suppliers'), suppliers, language] as const)
  return [heading(1, t('case.who')), facts([...roles, last])]
}

/** As the source writes it, with how many the name stands for where it does not say so itself. */
function partyName({ name, count }: Party): string {
  return count && !/\d/.test(name) ? `${name} (${count})` : name
}

const NEED_DETAILS = ['forWhom', 'volume', 'costToday', 'rootCause', 'outcome', 'triedBefore'] as const

export function needBlocks({ need, language }: CaseContent, { t }: Messages): readonly Block[] {
  if (!need) return []
  return [
    heading(1, t('case.need')),
    paragraph(need.text, { language }),
    facts(NEED_DETAILS.map((detail) => [t(`case.need.${detail}`), need[detail], language])),
  ]
}

export function userBlocks({ userInvolvement, language }: CaseContent, { t }: Messages): readonly Block[] {
  if (!userInvolvement) return []
  return [heading(1, t('case.userInvolvement')), paragraph(userInvolvement.text, { language })]
}

/** A list where the requirements are only told, and a table where they say how strong and how measured. */
export function requirementBlocks(
  { requirements = [], language }: CaseContent,
  { t }: Messages,
): readonly Block[] {
  if (requirements.length === 0) return []
  const title = heading(1, t('case.requirements'))
  if (requirements.every(({ strength, measuredBy }) => !strength && !measuredBy)) {
    return [
      title,
      bullets(
        requirements.map(({ text }) => text),
        { language },
      ),
    ]
  }
  const columns = [
    { title: t('papers.case.requirement'), share: 5, language },
    { title: t('papers.case.strength'), share: 2 },
    { title: t('papers.case.measuredBy'), share: 3, language },
  ]
  const rows = requirements.map(({ text, strength, measuredBy }) => [
    text,
    strength ? t(`case.requirement.${strength}`) : '',
    measuredBy ?? '',
  ])
  return [title, table(columns, rows)]
}

const PHASES = [
  'need',
  'marketDialogue',
  'competition',
  'contract',
  'development',
  'rollout',
  'benefit',
] as const

/** How they went about it, by phase where the source tells the phases apart. */
export function stepBlocks({ steps, approach, language }: CaseContent, { t }: Messages): readonly Block[] {
  const title = heading(1, t('case.steps'))
  if (steps.length === 0) return approach ? [title, paragraph(approach, { language })] : []
  const byPhase = PHASES.map((phase) => {
    const texts = steps.filter((step) => step.phase === phase).map(({ text }) => text)
    return [t(`case.phase.${phase}`), texts.join('\n'), language] as const
  })
  return [title, facts(byPhase)]
}
