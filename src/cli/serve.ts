import { createApi } from '#src/api/index.ts'
import { contactTidying } from '#src/modules/catalogue/index.ts'
import { fileTidying } from '#src/modules/documents/index.ts'
import {
  openIdentityProvider,
  privacyTidying,
  sessionLimits,
  signInPruning,
} from '#src/modules/identity/index.ts'
import { jointJobs } from '#src/modules/joint-procurement/index.ts'
import { dailyImports } from '#src/modules/notices/index.ts'
import { stopOpening } from '#src/modules/stops/index.ts'
import type { Config } from '#src/platform/config.ts'
import { startJobs } from '#src/platform/jobs/index.ts'
import { createLog } from '#src/platform/log.ts'
import { openMailer } from '#src/platform/mail/index.ts'
import { StartRefusal } from '#src/platform/start-refusal.ts'
import { openProgram, type Preparation, type Program } from '#src/program.ts'
import { notificationJobs } from '#src/telling/index.ts'
import { createWeb, type RunningWeb, startWeb } from '#src/web/server.ts'
import { EXIT, type ExitCode } from './command.ts'
import { keepCurrent } from './keep-current.ts'
import { answerCommands } from './run-in-server.ts'

const STEPS: Readonly<Record<Preparation, string>> = {
  migrating: 'Bringing the database to this version …',
  seedingOrganisations: 'Reading the registers of municipalities, counties and cooperatives …',
  seedingCatalogue: 'Reading the starter cases …',
  indexing: 'Filling the search index …',
}

/** How soon what another process has written is found here. */
const FOLLOW_MS = 1000
const GRACE_SECONDS = 10

/** Serves the site until it is told to stop; pages answer «not ready» while the database is prepared. */
export async function serve(config: Config, tell: (text: string) => void): Promise<ExitCode> {
  const log = createLog(config)
  const ending = Promise.withResolvers<ExitCode>()
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.once(signal, () => ending.resolve(EXIT.done))

  const program = await openProgram(config, {
    log,
    isServer: true,
    onStopped: () => ending.resolve(EXIT.couldNotRun),
  })
  try {
    const web = await listen(program)
    const commands = program.engine === 'embedded' ? await answerCommands(program) : null
    const follower = followChanges(program)
    try {
      await program.prepare((step) => {
        tell(STEPS[step])
        log.info({ step }, 'preparing')
      })
      tell(`Spydspiss is on ${config.BASE_URL} (Ctrl-C stops it)`)
      log.info({ url: web.url, mode: config.MODE, engine: program.engine }, 'ready')
      const pruning = signInPruning({ ...program, limits: sessionLimits(config) })
      const mailer = config.SMTP_URL ? openMailer({ url: config.SMTP_URL, from: config.MAIL_FROM }) : null
      const telling = notificationJobs({ ...program, mailer, site: config.BASE_URL })
      const tidying = [
        pruning,
        fileTidying(program),
        privacyTidying(program),
        stopOpening(program),
        contactTidying(program),
      ]
      const jobs = startJobs(program, [
        ...telling,
        ...dailyImports(program),
        ...jointJobs(program),
        ...tidying,
      ])
      const current = keepCurrent(program, program.setRenewing)
      return await ending.promise.finally(() =>
        Promise.all([jobs.stop(), current.stop()]).finally(() => mailer?.close()),
      )
    } finally {
      log.info('stopping')
      follower.stop()
      await commands?.close()
      await web.stop(GRACE_SECONDS)
    }
  } finally {
    await program.close()
  }
}

async function listen(program: Program): Promise<RunningWeb> {
  const { HOST: host, PORT: port } = program.config
  const provider = await openIdentityProvider(program)
  try {
    const app = await createWeb(program, { api: createApi(program), provider })
    const web = await startWeb(app, { host, port })
    return { ...web, stop: (grace) => web.stop(grace).finally(() => provider?.close()) }
  } catch (error) {
    await provider?.close()
    throw sentenceFor(error, port)
  }
}

function sentenceFor(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') {
    return new StartRefusal(
      `Something else is using port ${port}. Stop it, or choose another: PORT=3001 npm start`,
    )
  }
  if (code === 'EACCES')
    return new StartRefusal(`Port ${port} needs more rights than this user has: choose one from 1024.`)
  return error
}

/** Keeps the search index in step with what is written, also by other processes on the same PostgreSQL. */
function followChanges({ search, preparing, log }: Program): { stop: () => void } {
  let busy = false
  const timer = setInterval(async () => {
    if (busy || preparing() !== null) return
    busy = true
    await search
      .refresh()
      .catch((error: unknown) => log.error({ err: error }, 'the search index could not follow'))
    busy = false
  }, FOLLOW_MS)
  return { stop: () => clearInterval(timer) }
}
