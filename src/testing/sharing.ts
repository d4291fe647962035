import type { Actor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { municipality, readRegister } from '#src/modules/organisations/index.ts'
import { DraftId } from '#src/modules/sharing/contract.ts'
import {
  type Draft,
  type FormPart,
  type StartDraft,
  saveStep,
  startDraft,
  stepsOf,
  type TypedContent,
} from '#src/modules/sharing/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'

type Context = { readonly db: Database; readonly now: () => Date }

/** The organisation of the municipality with this number. */
export async function municipalityId(db: Database, kommunenummer: string): Promise<OrganisationId> {
  const found = municipality(await readRegister(db), kommunenummer)
  if (!found) throw new Error(`There is no municipality ${kommunenummer}`)
  return found.organisation
}

/** A draft that the person has just begun, an experience from nothing unless the test says otherwise. */
export async function aDraft(
  context: Context,
  actor: Actor,
  asked: Partial<StartDraft> = {},
): Promise<Draft> {
  const { organisation } = actor
  if (!organisation) throw new Error('A draft belongs to an organisation')
  const started = await startDraft(context, actor, {
    id: DraftId.parse(newId()),
    organisation,
    size: 'experience',
    language: 'nb',
    from: { kind: 'nothing' },
    ...asked,
  })
  if (!started.ok) throw new Error(`The draft of the test was not begun: ${started.failure.kind}`)
  return started.value
}

/** The draft with more written in it; `typed` replaces what it says of the parts it names. */
export async function written(
  context: Context,
  actor: Actor,
  { draft, typed }: { readonly draft: Draft; readonly typed: TypedContent },
): Promise<Draft> {
  const parts: FormPart[] = stepsOf(draft.size)
    .flatMap((step) => step.parts)
    .filter((part) => part.path in flat(typed))
  const saved = await saveStep(context, actor, { id: draft.id, from: draft.version, parts, typed })
  if (!saved.ok) throw new Error(`The draft of the test was not saved: ${saved.failure.kind}`)
  return saved.value.draft
}

/** The places of the content that are told, as paths of parts. */
function flat(typed: TypedContent): TypedContent {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => [
      [name, value],
      ...(typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([inner, one]) => [`${name}.${inner}`, one] as const)
        : []),
    ]),
  )
}

/** Everything an experience needs, beside who it is from. */
export const EXPERIENCE: TypedContent = {
  identity: { title: 'Nattro med sensor', themes: ['trygghetsalarm'] },
  approach: 'Vi lot beboerne prøve tre slags sensorer i fire uker.',
  lessons: [{ $key: 'one', text: 'Spør nattevaktene først.' }],
}

/** An experience that is ready to be submitted. */
export async function anExperience(context: Context, actor: Actor): Promise<Draft> {
  return written(context, actor, { draft: await aDraft(context, actor), typed: EXPERIENCE })
}
