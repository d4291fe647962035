import type { Json } from '#src/platform/json.ts'
import type { Field } from './field.ts'

/** What is typed for a value of a case, the way a person would write it. */
export function toTyped({ kind }: Field, value: Json): Json {
  if (kind === 'choices' || kind === 'themes') return value
  if (Array.isArray(value)) return value.join(kind === 'cpv' ? ', ' : '\n')
  if (kind === 'tick') return value === true ? 'true' : ''
  return value === null ? '' : String(value)
}

/** What is meant by what was typed; nothing when the field is empty, and the text itself when it cannot be understood. */
export function fromTyped({ kind }: Field, typed: Json | undefined): Json | undefined {
  if (Array.isArray(typed)) return orNothing(typed.filter((one) => one !== ''))
  if (typeof typed !== 'string') return typed
  const text = typed.trim()
  if (kind === 'tick') return text === 'true' ? true : undefined
  if (text === '') return undefined
  switch (kind) {
    case 'year':
    case 'number':
      return toNumber(text)
    case 'day':
      return toDay(text)
    case 'days':
      return orNothing(linesOf(text).map(toDay))
    case 'lines':
      return orNothing(linesOf(text))
    case 'cpv':
      return orNothing(text.split(/[\s,;]+/).map(withoutCheckDigit))
    case 'url':
      return /^[a-z]+:/i.test(text) ? text : `https://${text}`
    default:
      return text
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function orNothing(values: Json[]): Json[] | undefined {
  return values.length > 0 ? values : undefined
}

/** As Norwegians write numbers: a space between thousands, a comma before decimals. */
function toNumber(text: string): Json {
  const plain = text.replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '').replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text
}

/** `8.3.2024` and `08.03.2024` as well as `2024-03-08`. */
function toDay(text: string): string {
  const [, day, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text) ?? []
  if (!day || !month || !year) return text
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** `33195000-3` is `33195000`: notices leave the last figure out. */
function withoutCheckDigit(code: string): string {
  return code.replace(/^(\d{8})-\d$/, '$1')
}
