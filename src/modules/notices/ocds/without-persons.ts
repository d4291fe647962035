import { EMAIL, PHONE, personNames } from '#src/text/contact-details.ts'
import { isObject, type JsonObject } from './json-object.ts'
import { parseJson } from './parse-json.ts'

/** What holds a person wherever it stands: contact points, and who is behind a party. */
const PERSONAL = /^(?:contactPoints?|persons|people|beneficialOwners|enquirer|author)$/
const TAKEN_OUT = '[...]'

/**
 * A release as it came, without contact persons: what describes them is gone, and so is what is written of them in
 * free text. JSON has no place to cut in, so the rest is written anew, value for value. Null when it cannot be read.
 */
export function releaseWithoutPersons(bytes: Uint8Array): Uint8Array | null {
  const parsed = parseJson(bytes)
  if (!parsed.ok) return null
  const names = personNames(namesIn(parsed.value.value))
  return new TextEncoder().encode(`${JSON.stringify(without(parsed.value.value, names), null, 2)}\n`)
}

function without(value: unknown, names: readonly string[]): unknown {
  if (typeof value === 'string') {
    const nameless = names.reduce((rest, name) => rest.replaceAll(name, TAKEN_OUT), value)
    return nameless.replace(EMAIL, TAKEN_OUT).replace(PHONE, TAKEN_OUT)
  }
  if (Array.isArray(value)) return value.map((one) => without(one, names))
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([key]) => !PERSONAL.test(key))
  return Object.fromEntries(kept.map(([key, one]) => [key, without(one, names)]))
}

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, one]) => (PERSONAL.test(key) ? nameTextsOf(one) : namesIn(one)))
}

function nameTextsOf(value: unknown): string[] {
  const holders: readonly JsonObject[] = (Array.isArray(value) ? value : [value]).filter(isObject)
  return holders.flatMap((one) => (typeof one.name === 'string' ? [one.name] : []))
}
