import {
  confirmBuyer,
  findNotice,
  forgetParty,
  listUnrecognised,
  type Party,
  type RecognitionFailure,
  recogniseParty,
  type Unrecognised,
  type UnrecognisedReason,
} from '#src/modules/notices/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Organisation } from '#src/modules/organisations/index.ts'
import { readArguments } from './arguments.ts'
import { type Command, type CommandContext, EXIT, type ExitCode } from './command.ts'
import { organisationCalled } from './organisation-called.ts'

const OPTIONS = {
  winners: { type: 'boolean', default: false },
  limit: { type: 'string', default: '50' },
  number: { type: 'string' },
  is: { type: 'string' },
  nobody: { type: 'boolean', default: false },
  notice: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const
type Values = {
  readonly winners: boolean
  readonly limit: string
  readonly number?: string | undefined
  readonly is?: string | undefined
  readonly nobody: boolean
  readonly notice?: string | undefined
  readonly json: boolean
}

/** `spydspiss unmatched list | confirm | forget`: buyers and winners nobody is known by, and who they are. */
export const unmatched: Command = {
  name: 'unmatched',
  summary: 'Look at buyers and winners that could not be recognised, and say who they are',
  help: `Usage: spydspiss unmatched list [--winners] [--limit N] [--json]
       spydspiss unmatched confirm NAME [--number AS-WRITTEN] [--winners] (--is WHO | --nobody)
       spydspiss unmatched confirm NAME --notice ID (--is WHO | --nobody)
       spydspiss unmatched forget NAME [--number AS-WRITTEN] [--winners]

list       Norwegian buyers (with --winners: winners) by name, those in most notices first: how many, the number as it is
           written, why nobody was recognised, and who it may be.
confirm    says who is written so, in every notice that is here, comes, or is read anew. WHO is an organisation number, a
           kommunenummer, a fylkesnummer, a name, or an id. --nobody: it is nobody we know, and is not listed again.
           A name that several municipalities have is said in one notice at a time, with --notice.
forget     takes it back; the notices are read anew.

Exit code 1 when nothing was found to say it of.`,
  run: runUnmatched,
}

async function runUnmatched(context: CommandContext): Promise<ExitCode> {
  const read = readArguments(context.args, OPTIONS)
  if (!read.ok) return complain(context, read.failure)
  const { values, positionals } = read.value
  const [what, name, ...others] = positionals
  if (what === 'list' && name === undefined) return list(context, values)
  if (others.length > 0 || name === undefined)
    return complain(context, 'Say list, confirm NAME or forget NAME.')
  if (what === 'forget') return forget(context, name, values)
  if (what !== 'confirm') return complain(context, 'Say list, confirm NAME or forget NAME.')
  if ((values.is === undefined) !== values.nobody)
    return complain(context, 'Say who it is with --is, or --nobody; one of them.')
  return confirm(context, name, values)
}

function complain({ output }: CommandContext, sentence: string): ExitCode {
  output.complain(`${sentence} See spydspiss unmatched --help.`)
  return EXIT.couldNotRun
}

const REASONS: Readonly<Record<UnrecognisedReason, string>> = {
  noNumber: 'no number',
  invalidNumber: 'the number is not valid',
  unknownNumber: 'nobody in the register has the number',
  unclearName: 'the name is missing, or several have it',
}

async function list(
  { program, output }: CommandContext,
  { winners, limit, json }: Values,
): Promise<ExitCode> {
  const most = Number(limit)
  if (!Number.isInteger(most) || most < 1) {
    output.complain('--limit is a number of at least 1. See spydspiss unmatched --help.')
    return EXIT.couldNotRun
  }
  const { parties, total } = await listUnrecognised(program.db, { party: partyOf(winners), limit: most })
  if (json) output.line(JSON.stringify({ total, parties }))
  else {
    for (const one of parties) output.line(describe(one))
    const shown =
      parties.length < total ? `; the first ${parties.length} are shown (--limit N shows more)` : ''
    output.line(total === 0 ? 'Everybody was recognised.' : `${total} names could not be recognised${shown}.`)
  }
  return EXIT.done
}

function describe({ name, numberAsWritten, notices, newest, reason, nearest }: Unrecognised): string {
  const number = numberAsWritten === null ? '' : `  «${numberAsWritten}»`
  const like = nearest.map(
    ({ organisation, likeness }) => `${called(organisation)} ${Math.round(likeness * 100)} %`,
  )
  return [
    `${String(notices).padStart(5)}  ${name || '(no name)'}${number}`,
    `       ${REASONS[reason]}; last in ${newest}`,
    ...(like.length > 0 ? [`       perhaps ${like.join(', ')}`] : []),
  ].join('\n')
}

function called({ name, kommunenummer, fylkesnummer }: Organisation): string {
  const number = kommunenummer ?? fylkesnummer
  return number === null ? name : `${name} (${number})`
}

async function confirm(context: CommandContext, name: string, values: Values): Promise<ExitCode> {
  const { program, output } = context
  const found = values.is === undefined ? null : await organisationCalled(program.db, values.is)
  if (values.is !== undefined && found === null)
    return complain(context, `«${values.is}» is nobody we know, or more than one.`)
  const organisation = found?.id ?? null
  if (values.notice !== undefined) return confirmInNotice(context, { id: values.notice, name, organisation })
  const written = { name, numberAsWritten: values.number ?? null }
  const result = await recogniseParty(program, { party: partyOf(values.winners), written, organisation })
  if (!result.ok) {
    output.complain(failureText(result.failure, name))
    return EXIT.someRefused
  }
  await program.search.refresh()
  await program.checkpoint()
  output.line(
    `«${name}» is ${found?.name ?? 'nobody we know'}, in ${result.value.notices} notices and all that come.`,
  )
  return EXIT.done
}

function failureText(failure: RecognitionFailure, name: string): string {
  switch (failure.kind) {
    case 'nobodyWrittenSo':
      return `No notice writes «${name}» with that number. «spydspiss unmatched list» shows both as they are written.`
    case 'organisationUnknown':
      return 'There is no such organisation.'
    case 'severalOfThatName':
      return `Several are called so (${failure.names.join(', ')}): say it of one notice at a time, with --notice.`
  }
}

type InNotice = {
  readonly id: string
  readonly name: string
  readonly organisation: OrganisationId | null
}

async function confirmInNotice(
  context: CommandContext,
  { id, name, organisation }: InNotice,
): Promise<ExitCode> {
  const { program, output } = context
  const notice = await findNotice(program.db, id)
  const position = notice?.buyers.findIndex((buyer) => buyer.name === name) ?? -1
  const said = notice
    ? await confirmBuyer(program.db, { id: notice.id, position, organisation, now: program.now() })
    : null
  if (!notice || !said?.ok) {
    output.complain(notice ? `${id} has no buyer called «${name}».` : `There is no notice with the id ${id}.`)
    return EXIT.someRefused
  }
  await program.search.refresh()
  await program.checkpoint()
  output.line(`It is said in ${notice.id}, and stays when it is read anew.`)
  return EXIT.done
}

async function forget({ program, output }: CommandContext, name: string, values: Values): Promise<ExitCode> {
  const written = { name, numberAsWritten: values.number ?? null }
  const result = await forgetParty(program, { party: partyOf(values.winners), written })
  if (!result.ok) {
    output.complain(`Nothing has been said of «${name}» with that number.`)
    return EXIT.someRefused
  }
  await program.search.refresh()
  await program.checkpoint()
  output.line(`Taken back, and ${result.value.notices} notices read anew.`)
  return EXIT.done
}

function partyOf(winners: boolean): Party {
  return winners ? 'winner' : 'buyer'
}
