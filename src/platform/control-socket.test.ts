import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type CommandHandler, type CommandMessage, listenForCommands, runInServer } from './control-socket.ts'

const request = { command: 'search', args: ['velferdsteknologi'], cwd: '/home/kari' }

test('a command runs in the server, and what it says comes back in order', async () => {
  await withServer(
    async ({ command, args, cwd }, { send }) => {
      await send({ kind: 'progress', state: { done: 1, total: 2 } })
      await send({ kind: 'out', text: `${command} ${args.join(' ')} in ${cwd}` })
      await send({ kind: 'complaint', text: 'one file was refused' })
      return 1
    },
    async (dataFolder) => {
      const said: CommandMessage[] = []
      const outcome = await runInServer({ dataFolder, request, onMessage: (message) => said.push(message) })

      expect(outcome).toEqual({ kind: 'done', code: 1 })
      expect(said).toEqual([
        { kind: 'progress', state: { done: 1, total: 2 } },
        { kind: 'out', text: 'search velferdsteknologi in /home/kari' },
        { kind: 'complaint', text: 'one file was refused' },
      ])
    },
  )
})

test('a long answer arrives whole', async () => {
  const line = 'åtte ærfugl '.repeat(1000)
  await withServer(
    async (_request, { send }) => {
      for (let count = 0; count < 500; count += 1) await send({ kind: 'out', text: line })
      return 0
    },
    async (dataFolder) => {
      let lines = 0
      const onMessage = (message: CommandMessage) => {
        if (message.kind === 'out' && message.text === line) lines += 1
      }
      expect(await runInServer({ dataFolder, request, onMessage })).toEqual({ kind: 'done', code: 0 })
      expect(lines).toBe(500)
    },
  )
})

test('without a server the command is told so', async () => {
  await withFolder(async (dataFolder) => {
    const outcome = await runInServer({ dataFolder, request, onMessage: () => {} })
    expect(outcome).toEqual({ kind: 'notRunning' })
    const nowhere = await runInServer({ dataFolder: `${dataFolder}/none`, request, onMessage: () => {} })
    expect(nowhere).toEqual({ kind: 'notRunning' })
  })
})

test('only the owner of the folder can reach the socket', async () => {
  await withServer(
    async () => 0,
    async (_dataFolder, socket) => {
      expect((fs.statSync(socket).mode & 0o777).toString(8)).toBe('600')
    },
  )
})

test('a command that throws is a failure to the person and an error to the server', async () => {
  const errors: unknown[] = []
  await withServer(
    async () => {
      throw new Error('Kari Nordmann, 01010112345')
    },
    async (dataFolder) => {
      const outcome = await runInServer({ dataFolder, request, onMessage: () => {} })
      expect(outcome).toEqual({
        kind: 'failed',
        text: 'The command failed inside the server; its log says why.',
      })
      expect(errors).toEqual([new Error('Kari Nordmann, 01010112345')])
    },
    (error) => errors.push(error),
  )
})

test.each(['GET / HTTP/1.1\r\n\r\n', '{"command":"import"}\n', '[]\n', '\n'])(
  '%j is refused, and the server goes on',
  async (words) => {
    await withServer(
      async () => 0,
      async (dataFolder, socketFile) => {
        const socket = net.connect(socketFile)
        socket.write(words)
        const answer = await textOf(socket)
        expect(JSON.parse(answer)).toMatchObject({ kind: 'failed' })
        expect(await runInServer({ dataFolder, request, onMessage: () => {} })).toMatchObject({
          kind: 'done',
        })
      },
    )
  },
)

test('one who connects and says nothing is shown out', async () => {
  await withServer(
    async () => 0,
    async (_dataFolder, socketFile) => {
      const socket = net.connect(socketFile)
      await once(socket, 'close')
    },
  )
})

test('when the person goes away the command is told, and the server goes on', async () => {
  const stopped = Promise.withResolvers<string>()
  await withServer(
    async ({ command }, { send, signal }) => {
      if (command !== 'import') return 0
      await send({ kind: 'out', text: 'begun' })
      await once(signal, 'abort')
      await send({ kind: 'out', text: 'to nobody' })
      stopped.resolve('stopped')
      return 0
    },
    async (dataFolder) => {
      const leaving = new AbortController()
      const outcome = await runInServer({
        dataFolder,
        request: { ...request, command: 'import' },
        onMessage: () => leaving.abort(),
        signal: leaving.signal,
      })
      expect(outcome.kind).toBe('failed')
      expect(await stopped.promise).toBe('stopped')
      expect(await runInServer({ dataFolder, request, onMessage: () => {} })).toEqual({
        kind: 'done',
        code: 0,
      })
    },
  )
})

test('a closing server tells the running command, and lets it say its last word', async () => {
  await withFolder(async (dataFolder) => {
    const listener = await listenForCommands({
      dataFolder,
      onError: () => {},
      handle: async (_request, { send, signal }) => {
        await send({ kind: 'out', text: 'begun' })
        await once(signal, 'abort')
        return 2
      },
    })
    const begun = Promise.withResolvers<void>()
    const outcome = runInServer({ dataFolder, request, onMessage: () => begun.resolve() })
    await begun.promise
    await listener.close()

    expect(await outcome).toEqual({ kind: 'done', code: 2 })
    expect(await runInServer({ dataFolder, request, onMessage: () => {} })).toEqual({ kind: 'notRunning' })
  })
})

test('the socket of a server that was killed is replaced; that of a living one is not', async () => {
  await withFolder(async (dataFolder) => {
    const stale = path.join(dataFolder, 'control.sock')
    fs.writeFileSync(stale, '')
    const options = { dataFolder, handle: async () => 0, onError: () => {} }
    const listener = await listenForCommands(options)

    await expect(listenForCommands(options)).rejects.toThrow(/^Another server is listening for commands at/)
    expect(await runInServer({ dataFolder, request, onMessage: () => {} })).toEqual({ kind: 'done', code: 0 })
    await listener.close()
  })
})

test('a data folder with a long name has its socket elsewhere, where nobody else can enter', async () => {
  await withFolder(async (folder) => {
    const dataFolder = path.join(folder, 'innkjøpssamarbeidet-i-indre-østfold'.repeat(4))
    fs.mkdirSync(dataFolder)
    const listener = await listenForCommands({ dataFolder, handle: async () => 0, onError: () => {} })
    expect(Buffer.byteLength(listener.path)).toBeLessThan(104)
    expect((fs.statSync(path.dirname(listener.path)).mode & 0o777).toString(8)).toBe('700')
    expect(await runInServer({ dataFolder, request, onMessage: () => {} })).toEqual({ kind: 'done', code: 0 })
    await listener.close()
    fs.rmSync(path.dirname(listener.path), { recursive: true })
  })
})

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'spydspiss-'))
  try {
    await work(folder)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

function withServer(
  handle: CommandHandler,
  work: (dataFolder: string, socketFile: string) => Promise<void>,
  onError: (error: unknown) => void = () => {},
): Promise<void> {
  return withFolder(async (dataFolder) => {
    const listener = await listenForCommands({ dataFolder, handle, onError, patienceMs: 200 })
    try {
      await work(dataFolder, listener.path)
    } finally {
      await listener.close()
    }
  })
}

async function textOf(socket: net.Socket): Promise<string> {
  let text = ''
  for await (const bytes of socket) text += String(bytes)
  return text
}
