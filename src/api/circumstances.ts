import type { Context } from 'hono'
import type { Program } from '#src/program.ts'
import { addressesAt } from './addresses.ts'
import { type ProblemFacts, problemResponse } from './problem.ts'

export type Circumstances = {
  readonly url: URL
  readonly origin: string
  readonly problem: (facts: ProblemFacts) => Response
}

/** Where a request came in, as the outside sees it, and how a problem with it is told. */
export function circumstances(context: Context, { config }: Pick<Program, 'config'>): Circumstances {
  const url = new URL(context.req.url)
  // A demo is reached by whatever name and port it has on its machine; only production has one address.
  const origin = config.MODE === 'production' ? config.BASE_URL : url.origin
  const documentation = addressesAt(origin, 'nb').api('docs')
  return { url, origin, problem: (facts) => problemResponse(url, documentation, facts) }
}
