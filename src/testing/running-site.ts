import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'

const MAIN = join(import.meta.dirname, '../cli/main.ts')
const PATIENCE_MS = 60_000

export type Ended = { readonly code: number | null; readonly out: string; readonly error: string }

/** The command line in a process of its own, with settings of its own and none from here. */
export async function runCommand(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: 'pipe',
  })
  const [out, error, [code]] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    once(child, 'exit'),
  ])
  return { code, out: out.toString(), error: error.toString() }
}

export type RunningSite = {
  readonly url: string
  readonly dataDir: string
  readonly pid: number
  /** Everything it has logged so far. */
  readonly log: () => string
  /** Runs a command as a person beside the running site would. */
  readonly command: (...args: string[]) => Promise<Ended>
  /** Sends the signal and answers the exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

type SiteOptions = { readonly dataDir?: string; readonly settings?: Readonly<Record<string, string>> }

/** The built site as `npm start` runs it, on a port and in a data folder of its own; resolves when it is ready. */
export async function startSite({ dataDir, settings = {} }: SiteOptions = {}): Promise<RunningSite> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'spydspiss-site-'))
  const port = await freePort()
  const environment = { PATH: process.env.PATH ?? '', DATA_DIR: folder, PORT: String(port), ...settings }
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let logged = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (logged += text))
  const url = `http://localhost:${port}`
  await untilReady(child, url, () => logged)
  return {
    url,
    dataDir: folder,
    pid: child.pid ?? 0,
    log: () => logged,
    command: (...args) => runCommand(args, environment),
    stop: async (signal = 'SIGTERM') => {
      const code = await end(child, signal)
      if (!dataDir) rmSync(folder, { recursive: true, force: true })
      return code
    },
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exited = once(child, 'exit')
  child.kill(signal)
  const [code] = await exited
  return code
}

async function untilReady(child: ChildProcess, url: string, log: () => string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The site ended before it was ready:\n${log()}`)
    const answer = await fetch(`${url}/health/ready`).catch(() => null)
    if (answer?.ok) return
    await new Promise((again) => setTimeout(again, 100))
  }
  child.kill('SIGKILL')
  throw new Error(`The site was not ready within ${PATIENCE_MS / 1000} s:\n${log()}`)
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || !address) throw new Error('No port is free')
  return address.port
}
