import { type ArrayText, splitArray } from './split-array.ts'

type ReadText = (text: string) => unknown

const OID = {
  bool: 16,
  bytea: 17,
  int8: 20,
  int2: 21,
  int4: 23,
  oid: 26,
  json: 114,
  float4: 700,
  float8: 701,
  date: 1082,
  timestamptz: 1184,
  jsonb: 3802,
} as const

/** The array types whose elements are read like the column of that type; `text` stands for all that stay text. */
const ARRAYS: readonly (readonly [array: number, element: keyof typeof OID | 'text'])[] = [
  [1000, 'bool'],
  [1001, 'bytea'],
  [1005, 'int2'],
  [1007, 'int4'],
  [1016, 'int8'],
  [1028, 'oid'],
  [199, 'json'],
  [1021, 'float4'],
  [1022, 'float8'],
  [1182, 'date'],
  [1185, 'timestamptz'],
  [3807, 'jsonb'],
  [1009, 'text'],
  [1015, 'text'], // varchar
  [1187, 'text'], // interval
  [1231, 'text'], // numeric
  [2951, 'text'], // uuid
]

const readColumn: Readonly<Record<keyof typeof OID, ReadText>> = {
  bool: (text) => text === 't',
  bytea: readBytes,
  int8: readSafeInteger,
  int2: Number,
  int4: Number,
  oid: Number,
  json: (text) => JSON.parse(text),
  float4: Number,
  float8: Number,
  date: readDate,
  timestamptz: readInstant,
  jsonb: (text) => JSON.parse(text),
}

const asText: ReadText = (text) => text
const PARSERS: ReadonlyMap<number, ReadText> = new Map<number, ReadText>([
  ...Object.entries(OID).map(([name, oid]) => [oid, readColumn[name as keyof typeof OID]] as const),
  ...ARRAYS.map(
    ([array, element]) => [array, readArrayOf(element === 'text' ? asText : readColumn[element])] as const,
  ),
])

/**
 * How every column arrives, on either engine. What is not in the table (numeric, interval, uuid, text, xid8 …)
 * stays the text that PostgreSQL wrote, so that nothing is rounded or reinterpreted on the way.
 */
export function columnParser(oid: number): ReadText {
  return PARSERS.get(oid) ?? asText
}

function readSafeInteger(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) {
    throw new RangeError('A whole number from the database is too large to be exact; select it as text')
  }
  return number
}

function readDate(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text)
}

/** The session is in UTC, so the text ends in `+00`; «infinity» is no instant and fails here. */
function readInstant(text: string): Date {
  const instant = new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z'))
  if (Number.isNaN(instant.getTime())) throw new RangeError('A time from the database is not an instant')
  return instant
}

function readBytes(text: string): Uint8Array {
  const bytes = Buffer.from(text.slice('\\x'.length), 'hex')
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function readArrayOf(readElement: ReadText): ReadText {
  const readAll = (array: ArrayText): unknown[] =>
    array.map((one) => (one === null ? null : typeof one === 'string' ? readElement(one) : readAll(one)))
  return (text) => readAll(splitArray(text))
}
