import { PUBLIC_READER, SearchQuery } from '#src/modules/search/contract.ts'
import { readArguments } from './arguments.ts'
import { type Command, type CommandContext, EXIT, type ExitCode } from './command.ts'

const OPTIONS = {
  json: { type: 'boolean', default: false },
  limit: { type: 'string' },
  type: { type: 'string', multiple: true },
  lang: { type: 'string' },
} as const

/** `spydspiss search "…"`: the same search as the site and the API. */
export const search: Command = {
  name: 'search',
  summary: 'Find cases and notices, as the site does',
  help: `Usage: spydspiss search "words, or a whole described need" [--type case|notice] [--limit N] [--lang nb|nn|en] [--json]

Prints one line a hit: id, title. With --json the whole answer: total, hits with snippets, facets with counts, suggestion.`,
  run: runSearch,
}

async function runSearch({ program, args, output }: CommandContext): Promise<ExitCode> {
  const read = readArguments(args, OPTIONS)
  if (!read.ok) {
    output.complain(`${read.failure} See spydspiss search --help.`)
    return EXIT.couldNotRun
  }
  const { values, positionals } = read.value
  if (positionals.length === 0) {
    output.complain('What should be searched for? Example: spydspiss search "trygghetsalarm"')
    return EXIT.couldNotRun
  }
  const query = SearchQuery.parse({ ...values, q: positionals.join(' ') })
  const answer = await program.search.search(query, PUBLIC_READER)
  if (values.json) {
    output.line(JSON.stringify({ query, ...answer }))
    return EXIT.done
  }
  for (const hit of answer.hits) output.line(`${hit.id}\t${hit.title}`)
  output.line(`${answer.total} found${answer.suggestion ? `; did you mean «${answer.suggestion}»?` : ''}`)
  return EXIT.done
}
