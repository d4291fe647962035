import { data } from 'react-router'
import type { z } from 'zod'
import type { MessageKey, Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { type JointProcurement, voicesOf } from '#src/modules/joint-procurement/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { readDay, type Typed, textIn } from '#src/web/read-form.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'

/** What was wrong with one of the forms of a page, with what was typed in it. */
export type FormAnswer = {
  /** Which of them; also what its fields' names begin with. */
  readonly form: string
  readonly typed: Typed
  readonly errors: FieldErrors
}

type Asked<Schema> = {
  readonly form: FormData
  /** Which of the forms of the page, since two fields of a page cannot have the same name. */
  readonly name: string
  readonly schema: Schema
  /** Fields that are days, which people write in their own way. */
  readonly days: readonly string[]
  readonly otherwise: MessageKey
}

type Read<Value> =
  | { readonly ok: true; readonly value: Value; readonly typed: Typed }
  | { readonly ok: false; readonly answer: FormAnswer }

/** Reads one of the forms of a page by its schema; what is wrong is told by the field as the page names it. */
export function readFields<Schema extends z.ZodObject>(
  { form, name, schema, days, otherwise }: Asked<Schema>,
  { t }: Messages,
): Read<z.infer<Schema>> {
  const fields = Object.keys(schema.shape)
  const typed = Object.fromEntries(
    fields.map((field) => [nameIn(name, field), textIn(form, nameIn(name, field))]),
  )
  const values = fields.map((field) => {
    const text = typed[nameIn(name, field)] ?? ''
    return [field, days.includes(field) ? (readDay(text)?.toString() ?? text) : text]
  })
  const read = schema.safeParse(Object.fromEntries(values))
  if (read.success) return { ok: true, value: read.data, typed }
  return {
    ok: false,
    answer: { form: name, typed, errors: prefixed(name, fieldErrors(read.error, t, otherwise)) },
  }
}

export function nameIn(form: string, field: string): string {
  return `${form}-${field}`
}

/** The answer when what was typed can be read, and cannot be done. */
export function refused(
  { name, typed, status = 422 }: { readonly name: string; readonly typed: Typed; readonly status?: number },
  errors: FieldErrors,
) {
  return data({ form: name, typed, errors: prefixed(name, errors) } satisfies FormAnswer, { status })
}

function prefixed(name: string, errors: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(errors).map(([field, text]) => [nameIn(name, field), text]))
}

type Speaking = { readonly form: FormData; readonly actor: Actor; readonly joint: JointProcurement }

/** For whom of those who take part it is said, by one who may. That is asked before what is typed wrong is told. */
export function voiceIn({ form, actor, joint }: Speaking): OrganisationId {
  const asked = textIn(form, 'organisation')
  const voice = voicesOf(actor, joint).find((one) => one === asked)
  if (!voice) throw data(null, { status: 403 })
  return voice
}

/** Refusals that no form can put right. */
export function neverMind(failure: { readonly kind: 'procurementNotFound' | 'notAllowed' }): never {
  throw data(null, { status: failure.kind === 'notAllowed' ? 403 : 404 })
}
