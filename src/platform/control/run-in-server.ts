import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import { CommandMessage, type CommandRequest, linesOf } from './protocol.ts'
import { socketPath } from './socket-path.ts'

type Said = Extract<CommandMessage, { kind: 'out' | 'complaint' | 'progress' }>

/** What became of it: `notRunning` when no server has the data folder, `failed` with a sentence otherwise. */
export type RunOutcome =
  | { readonly kind: 'done'; readonly code: number }
  | { readonly kind: 'notRunning' }
  | { readonly kind: 'failed'; readonly text: string }

type RunOptions = {
  readonly dataFolder: string
  readonly request: CommandRequest
  readonly onMessage: (message: Said) => void
  /** Aborting leaves the server, which then stops the command. */
  readonly signal?: AbortSignal
}

/** No message is longer: what a command prints comes line by line. */
const LONGEST_MESSAGE = 256 * 1024 * 1024

/** Runs a command inside the server that uses the data folder, if there is one. */
export async function runInServer({
  dataFolder,
  request,
  onMessage,
  signal,
}: RunOptions): Promise<RunOutcome> {
  if (!fs.existsSync(dataFolder)) return { kind: 'notRunning' }
  const socket = net.connect(socketPath(dataFolder))
  const isConnected = await once(socket, 'connect').then(
    () => true,
    () => false,
  )
  if (!isConnected) return { kind: 'notRunning' }
  const leave = () => socket.destroy()
  signal?.addEventListener('abort', leave)
  try {
    socket.write(`${JSON.stringify(request)}\n`)
    return await follow(socket, onMessage)
  } catch {
    return { kind: 'failed', text: 'The server stopped before the command was done.' }
  } finally {
    signal?.removeEventListener('abort', leave)
    socket.destroy()
  }
}

async function follow(socket: net.Socket, onMessage: (message: Said) => void): Promise<RunOutcome> {
  for await (const line of linesOf(socket, LONGEST_MESSAGE)) {
    const message = CommandMessage.parse(JSON.parse(line))
    if (message.kind === 'done' || message.kind === 'failed') return message
    onMessage(message)
  }
  throw new Error('The connection ended before the command')
}
