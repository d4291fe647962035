import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { StartRefusal } from '#src/platform/start-refusal.ts'
import { type CommandMessage, CommandRequest } from './protocol.ts'
import { socketPath } from './socket-path.ts'

/** How a command speaks to the person who waits for it. */
export type CommandSession = {
  /** Resolves when the person's end has room for more, so that a long answer does not pile up here. */
  send(message: Extract<CommandMessage, { kind: 'out' | 'complaint' | 'progress' }>): Promise<void>
  /** Aborted when the person has gone, or the server is closing. */
  readonly signal: AbortSignal
}

/** Runs one command and answers its exit code. */
export type CommandHandler = (request: CommandRequest, session: CommandSession) => Promise<number>

export type CommandListener = { readonly path: string; close(): Promise<void> }

type ListenOptions = {
  readonly dataFolder: string
  readonly handle: CommandHandler
  /** Told when a command has thrown; the person is told only that it failed. */
  readonly onError: (error: unknown) => void
  /** How long one may be connected without saying what one wants. */
  readonly patienceMs?: number
}

/** How long a command may take to stop when the server closes. */
const GRACE_MS = 10_000
const LONGEST_REQUEST = 16 * 1024 * 1024

/** Listens in the data folder for commands that are to run inside this server. Only the folder's owner can reach it. */
export async function listenForCommands(options: ListenOptions): Promise<CommandListener> {
  const path = socketPath(options.dataFolder)
  await removeStale(path)
  const sockets = new Set<net.Socket>()
  const work = new Set<Promise<void>>()
  const closing = new AbortController()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    const session = serve(socket, options, closing.signal).finally(() => work.delete(session))
    work.add(session)
  })
  listenPrivately(server, path)
  await once(server, 'listening')
  return {
    path,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      closing.abort()
      await Promise.race([Promise.all(work), delay(GRACE_MS, undefined, { ref: false })])
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

/** The socket is made with its mode, not opened to all and closed after. */
function listenPrivately(server: net.Server, path: string): void {
  const before = process.umask(0o177)
  try {
    server.listen(path)
  } finally {
    process.umask(before)
  }
}

/** A server that was killed leaves its socket behind; one that answers is in use. */
async function removeStale(path: string): Promise<void> {
  if (process.platform === 'win32' || !fs.existsSync(path)) return
  const probe = net.connect(path)
  const answers = await new Promise<boolean>((resolve) => {
    probe.once('connect', () => resolve(true))
    probe.once('error', () => resolve(false))
  })
  probe.destroy()
  if (answers) throw new StartRefusal(`Another server is listening for commands at ${path}: stop it first.`)
  fs.rmSync(path, { force: true })
}

/** One connection: one request, what the command says, and its end. Never rejects. */
async function serve(socket: net.Socket, options: ListenOptions, closing: AbortSignal): Promise<void> {
  const gone = new AbortController()
  socket.on('error', () => {})
  socket.once('close', () => gone.abort())
  const { patienceMs = 10_000, handle, onError } = options
  const write = (message: CommandMessage) => writeLine(socket, message, gone.signal)

  const timer = setTimeout(() => socket.destroy(), patienceMs)
  const request = await readRequest(socket)
  clearTimeout(timer)
  try {
    if (!request) await write({ kind: 'failed', text: 'This is not a command that the server understands.' })
    else {
      const signal = AbortSignal.any([gone.signal, closing])
      await write({ kind: 'done', code: await handle(request, { send: write, signal }) })
    }
  } catch (error) {
    onError(error)
    await write({ kind: 'failed', text: 'The command failed inside the server; its log says why.' })
  }
  socket.end()
}

async function readRequest(socket: net.Socket): Promise<CommandRequest | null> {
  const line = await readLine(socket)
  if (line === null) return null
  try {
    return CommandRequest.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

/** The first line; null when the other end goes before it has said one, or goes on without end. */
function readLine(socket: net.Socket): Promise<string | null> {
  const decoder = new TextDecoder()
  let said = ''
  return new Promise((resolve) => {
    // Reading goes on after the line, which is how the socket notices that the other end has gone.
    socket.on('data', (bytes: Buffer) => {
      if (said.length > LONGEST_REQUEST) return resolve(null)
      said += decoder.decode(bytes, { stream: true })
      const end = said.indexOf('\n')
      if (end >= 0) resolve(said.slice(0, end))
    })
    socket.once('end', () => resolve(null))
    socket.once('close', () => resolve(null))
  })
}

async function writeLine(socket: net.Socket, message: CommandMessage, gone: AbortSignal): Promise<void> {
  if (gone.aborted || !socket.writable) return
  if (socket.write(`${JSON.stringify(message)}\n`)) return
  await once(socket, 'drain', { signal: gone }).catch(() => {})
}
