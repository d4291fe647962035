import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Brands = z.strictObject({ makes: z.array(z.string().min(2)), notMakes: z.array(z.string().min(2)) })

const BRANDS = Brands.parse(
  JSON.parse(readFileSync(new URL('../../../data/knowledge/brands.json', import.meta.url), 'utf8')),
)
const NOT_MAKES = new Set(BRANDS.notMakes.map((name) => name.toLowerCase()))

/** Makes and products that are often written into requirements. */
export function knownMakes(): readonly string[] {
  return BRANDS.makes
}

/** Labels and standards that are named like makes, in small letters. */
export function notMakes(): ReadonlySet<string> {
  return NOT_MAKES
}
