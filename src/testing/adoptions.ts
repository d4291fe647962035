import { AdoptionId, type StepForm, TakeIntoUseForm } from '#src/modules/adoptions/contract.ts'
import { type Adoption, takeIntoUse, takeStep } from '#src/modules/adoptions/index.ts'
import type { CaseContent, CaseId } from '#src/modules/catalogue/contract.ts'
import { addCase } from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'

type Context = { readonly db: Database; readonly now: () => Date }

/** Everything that a copy takes along, and something of what it leaves. */
export const ALARMS: CaseContent = {
  language: 'nb',
  identity: {
    title: 'Trygghetsalarm med sensor',
    kind: 'procurement',
    level: 'full',
    themes: ['trygghetsalarm'],
  },
  who: {
    parties: [{ name: 'Bodø', role: 'lead', reference: { kommunenummer: '1804' } }],
    suppliers: [{ name: 'Alarm AS' }],
    joint: false,
  },
  need: { text: 'Beboerne våknet av tilsyn', volume: '400 brukere', outcome: 'Bedre søvn' },
  requirements: [{ text: 'Varsel innen ti sekunder', strength: 'must' }],
  marketDialogue: { questions: [{ text: 'Hvordan varsler dere uten nett?' }], learned: 'Nettet faller ut' },
  competition: { criteria: [{ name: 'Kvalitet', weight: '60 %' }], offers: 4 },
  contract: { text: 'Rammeavtale med Alarm AS' },
  steps: [],
  effects: [
    {
      text: 'Færre nattbesøk',
      grade: 'measured',
      method: 'Telling',
      figure: { value: '2,4', unit: 'mill. kr per år' },
    },
    { text: 'Bedre søvn', grade: 'measured', method: 'Spørreskjema', figure: { value: '30', unit: '%' } },
  ],
  lessons: [{ text: 'Spør nattevaktene først.' }],
  reuse: { prerequisites: 'Dekning i hele kommunen' },
  provenance: { confidence: 'high', sources: [{ title: 'Bodø kommune' }] },
}

/** A published case that the coordinator's organisation answers for. */
export async function aCase(
  context: Context,
  coordinator: Actor,
  content: Partial<CaseContent> = {},
): Promise<CaseId> {
  const added = await addCase(context, coordinator, {
    content: { ...ALARMS, ...content },
    note: null,
    organisation: coordinator.organisation,
  })
  if (!added.ok) throw new Error(`The case of the test was not added: ${added.failure.kind}`)
  return added.value
}

/** What somebody types who changes nothing of the form but this. */
export function typedToTake(typed: Readonly<Record<string, string>> = {}): TakeIntoUseForm {
  return TakeIntoUseForm.parse({ volumeThere: '', volumeHere: '', differences: '', ...typed })
}

/** A case that somebody has begun to take into use for the organisation acted for. */
export async function anAdoption(
  context: Context,
  actor: Actor,
  { caseId, typed = {} }: { readonly caseId: CaseId; readonly typed?: Readonly<Record<string, string>> },
): Promise<Adoption> {
  const { organisation } = actor
  if (!organisation) throw new Error('The person of the test acts for nobody')
  const taken = await takeIntoUse(context, actor, { caseId, organisation, form: typedToTake(typed) })
  if (!taken.ok) throw new Error(`The case of the test was not taken into use: ${taken.failure.kind}`)
  return taken.value
}

/** The adoption after one more step. */
export async function stepped(
  context: Context,
  actor: Actor,
  { id, ...form }: Partial<StepForm> & { readonly id: string; readonly status: StepForm['status'] },
): Promise<Adoption> {
  const on = '2026-11-22'
  const taken = await takeStep(context, actor, {
    id: AdoptionId.parse(id),
    form: { on, reason: '', ...form },
  })
  if (!taken.ok) throw new Error(`The step of the test was not taken: ${taken.failure.kind}`)
  return taken.value
}
