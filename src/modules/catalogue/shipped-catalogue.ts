import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CaseContent, CaseId, SolutionContent, SolutionId } from './contract.ts'

/** A record as it ships with the program, with the digest that tells an upgrade whether it is new. */
export type Shipped<Id, Content> = { readonly id: Id; readonly content: Content; readonly hash: string }

const ShippedCase = CaseContent.extend({ id: CaseId })
const ShippedSolution = SolutionContent.extend({ id: SolutionId })

export function readShippedCases(): readonly Shipped<CaseId, CaseContent>[] {
  return readRecords('cases.json', ShippedCase).map(({ id, ...content }) => toShipped(id, content))
}

export function readShippedSolutions(): readonly Shipped<SolutionId, SolutionContent>[] {
  return readRecords('solutions.json', ShippedSolution).map(({ id, ...content }) => toShipped(id, content))
}

function readRecords<Item extends z.ZodType>(file: string, item: Item): readonly z.infer<Item>[] {
  const url = new URL(`../../../data/catalogue/${file}`, import.meta.url)
  return z.array(item).parse(JSON.parse(readFileSync(url, 'utf8')))
}

/** Over the parsed content, whose keys come in the order of the schema, so that layout does not count. */
function toShipped<Id, Content>(id: Id, content: Content): Shipped<Id, Content> {
  return { id, content, hash: createHash('sha256').update(JSON.stringify(content)).digest('hex') }
}
