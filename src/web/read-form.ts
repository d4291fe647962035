/** What was typed, to be shown again whatever was wrong with it. */
export type Typed = Readonly<Record<string, string>>

/**
 * The text of a field, without spaces around it; nothing for a file, or for a field that was not sent. The field itself
 * stops at `most` characters, so what is longer was not typed in it, and is cut.
 */
export function textIn(form: FormData, name: string, most = 10_000): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, most) : ''
}

/** The texts of these fields, by name. */
export function textsIn<Name extends string>(
  form: FormData,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const texts = Object.fromEntries(names.map((name) => [name, textIn(form, name)]))
  return texts as Record<Name, string>
}

/** The same, where nothing typed means that nothing is said. */
export function textOrNull(form: FormData, name: string, most?: number): string | null {
  return textIn(form, name, most) || null
}

/** Every text field as it was typed; of a box that can be ticked several times, all of them with spaces between. */
export function typedIn(form: FormData): Typed {
  const names = [...new Set(form.keys())]
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  return Object.fromEntries(names.map((name) => [name, texts(name).join(' ')]))
}

const AS_SENT = /^(\d{4})-(\d{2})-(\d{2})$/
const AS_WRITTEN = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/

/** A day as the browser sends it (`2026-11-22`), or as people write it where the browser helps nobody (`22.11.2026`). */
export function readDay(text: string): Temporal.PlainDate | null {
  const sent = AS_SENT.exec(text)
  const written = AS_WRITTEN.exec(text)
  const [year, month, day] = sent
    ? [sent[1], sent[2], sent[3]]
    : written
      ? [written[3], written[2], written[1]]
      : []
  if (!year || !month || !day) return null
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) }
    return Temporal.PlainDate.from(fields, { overflow: 'reject' })
  } catch {
    return null
  }
}
