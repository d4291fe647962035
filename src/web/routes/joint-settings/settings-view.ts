import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { FACT_PARTS, type FactPart, PATHS } from '#src/modules/joint-procurement/contract.ts'
import {
  buyers,
  hindrances,
  isPublished,
  type JointProcurement,
  mayBind,
  mayChoosePath,
  mayLead,
  openFacts,
  proposePaths,
  readLife,
} from '#src/modules/joint-procurement/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { placeOf } from '#src/web/routes/joint-procurement/where-to-do.ts'
import { FACT_FIELDS, type FactField } from './read-facts.ts'

type Asked = { readonly reader: Actor; readonly messages: Messages; readonly at: Date }

/** What is common, as it stands in the forms, and what else the lead decides: the path, who leads, and whether to stop. */
export async function settingsView(db: Database, joint: JointProcurement, { reader, messages, at }: Asked) {
  const leads = !joint.ended && mayLead(reader, joint)
  const binds = !joint.ended && mayBind(reader, joint.lead)
  const life = await readLife(db, joint, at)
  const waiting = hindrances(life).map(({ condition }) => placeOf(condition))
  return {
    version: joint.version,
    leads,
    parts: FACT_PARTS.map((part) => ({
      ...partView(joint, part),
      isAwaited: waiting.some((place) => 'facts' in place && place.facts === part),
    })),
    beginsAnew: leads && life.around.passed.size > 0 && !isPublished(joint),
    path: leads && mayChoosePath(joint) ? await pathChoices(db, joint, messages) : null,
    handOver: binds ? await handOverView(db, joint) : null,
    end: binds ? { isPublished: isPublished(joint) } : null,
  }
}
export type SettingsView = Awaited<ReturnType<typeof settingsView>>
export type FactPartView = SettingsView['parts'][number]

function partView(joint: JointProcurement, part: FactPart) {
  const open = isPublished(joint)
    ? FACT_FIELDS[part].filter((field) => (openFacts as ReadonlySet<string>).has(field))
    : FACT_FIELDS[part]
  return {
    part,
    /** What can be changed now; the others stand as they were published. */
    open: open as readonly FactField[],
    values: Object.fromEntries(
      FACT_FIELDS[part].map((field) => [field, fieldValue(joint, field)]),
    ) as Readonly<Record<string, string>>,
  }
}

function fieldValue({ title, audience, facts }: JointProcurement, field: FactField): string {
  if (field === 'title') return title
  if (field === 'audience') return audience
  const value = facts[field]
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'ja' : 'nei'
  return Array.isArray(value) ? value.join(' ') : `${value}`
}

async function pathChoices(db: Database, joint: JointProcurement, { t }: Messages) {
  const lead = (await organisationsByIds(db, [joint.lead])).get(joint.lead)
  const proposed = proposePaths({
    ...joint.facts,
    leadKind: lead?.kind ?? 'other',
    buyers: buyers(joint).length,
  })
  const choice = (path: (typeof PATHS)[number]) => {
    const why = proposed.find((one) => one.path === path)
    const what = t(`joint.path.${path}.what`)
    return {
      value: path,
      text: why ? t('joint.path.proposed', { path: t(`joint.path.${path}`) }) : t(`joint.path.${path}`),
      help: why ? `${what} ${t(`joint.why.${why.because}`)}` : what,
    }
  }
  const first = proposed.map(({ path }) => path)
  return {
    now: joint.path,
    choices: [...first, ...PATHS.filter((path) => !first.includes(path))].map(choice),
  }
}

async function handOverView(db: Database, joint: JointProcurement) {
  const { proposedLead } = joint.facts
  const others = buyers(joint).filter(({ role }) => role === 'participant' || role === 'host')
  const bodies = await organisationsByIds(
    db,
    others.map(({ organisation }) => organisation),
  )
  const choices = others.map(({ organisation }) => ({
    value: organisation as string,
    text: bodies.get(organisation)?.name ?? '–',
  }))
  return { asked: choices.find(({ value }) => value === proposedLead)?.text ?? null, choices }
}
