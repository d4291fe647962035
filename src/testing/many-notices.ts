import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { noticeXml } from './notice-xml.ts'
import type { Random } from './seeded-random.ts'

const GOLDEN = join(import.meta.dirname, '../modules/notices/eforms/golden')
const WON = readFileSync(join(GOLDEN, 'result-with-winners/notice.xml'), 'utf8')
const JOINT = readFileSync(join(GOLDEN, 'joint-with-lead/notice.xml'), 'utf8')
const BAD = ['Hei', '', '<Invoice/>', '<ContractNotice', '<!DOCTYPE x><ContractNotice/>']

/**
 * Writes files as they come: competitions, results with winners nobody has met, joint ones, newer versions before older
 * ones, the same notice in other bytes, the same bytes under other names, and what is no notice.
 */
export function writeManyNotices(folder: string, count: number, random: Random): void {
  mkdirSync(folder, { recursive: true })
  const made: string[] = []
  for (let at = 0; at < count; at += 1) {
    const text = at % 10 === 0 ? oneOf(BAD, random) + at : notice(at, made, random)
    if (at % 10 !== 0) made.push(text)
    writeFileSync(join(folder, `${String(at).padStart(4, '0')}.xml`), text)
  }
}

function notice(at: number, made: readonly string[], random: Random): string {
  const id = idOf(at)
  const kind = random.fraction()
  if (kind < 0.15) return won(id, random)
  if (kind < 0.25) return withId(JOINT, id)
  if (kind < 0.35 && made.length > 0) return oneOf(made, random)
  const version = String(Math.ceil(random.between(0, 12))).padStart(2, '0')
  const earlier = kind < 0.6 ? idOf(Math.floor(random.between(0, at + 1))) : id
  return noticeXml({
    id: earlier,
    version,
    title: `Velferdsteknologi ${at}`,
    comment: 'x'.repeat(Math.floor(random.between(0, 20_000))),
    ...(random.fraction() < 0.5 && { publishedOn: '2026-10-02Z' }),
  })
}

function idOf(at: number): string {
  return `0b9d7d10-5d0f-4d0c-9a35-${String(at).padStart(12, '0')}`
}

function won(id: string, random: Random): string {
  const number = organisasjonsnummer(Math.floor(random.between(0, 40)))
  return withId(WON, id)
    .replaceAll('999999999', number)
    .replaceAll('Fjordens Vannteknikk', `Leverandør ${number}`)
}

function withId(xml: string, id: string): string {
  return xml.replace(/(schemeName="notice-id">)[^<]+/, `$1${id}`)
}

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2]

/** The nth number from 910 000 000 that passes the check, so that who has it becomes an organisation. */
function organisasjonsnummer(nth: number): string {
  for (let base = 91_000_000 + nth * 10; ; base += 1) {
    const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(String(base)[at]), 0)
    const check = (11 - (sum % 11)) % 11
    if (check < 10) return `${base}${check}`
  }
}

function oneOf<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(random.between(0, values.length))] as Value
}
