import { type CommandListener, type CommandMessage, listenForCommands } from '#src/platform/control-socket.ts'
import type { Program } from '#src/program.ts'
import { EXIT, type Output, type Progress } from './command.ts'
import { COMMANDS } from './commands.ts'
import { explainFailure } from './explain-failure.ts'

type Said = Extract<CommandMessage, { kind: 'out' | 'complaint' | 'progress' }>

/** Takes commands from the data folder's socket and runs them with the program that serves the site. */
export function answerCommands(program: Program): Promise<CommandListener> {
  return listenForCommands({
    dataFolder: program.config.DATA_DIR,
    onError: (error) => program.log.error({ err: error }, 'a command failed'),
    handle: async ({ command: name, args, cwd }, { send, signal }) => {
      const command = COMMANDS.find((one) => one.name === name)
      if (!command) {
        await send({
          kind: 'complaint',
          text: `The running server knows no command «${name}»: is it an older version?`,
        })
        return EXIT.couldNotRun
      }
      if (command.notInServer !== undefined) {
        await send({
          kind: 'complaint',
          text: `A server (process ${process.pid}) is running on this data folder. ${command.notInServer}`,
        })
        return EXIT.couldNotRun
      }
      if (program.preparing() !== null && command.name !== 'doctor') {
        await send({ kind: 'complaint', text: 'The server is still starting: try again in a moment.' })
        return EXIT.couldNotRun
      }
      try {
        return await command.run({ program, args, cwd, signal, output: outputTo(send) })
      } catch (error) {
        const sentence = explainFailure(error)
        if (sentence === null) throw error
        program.log.error({ err: error }, 'a command failed')
        await send({ kind: 'complaint', text: sentence })
        return EXIT.couldNotRun
      }
    },
  })
}

function outputTo(send: (message: Said) => Promise<void>): Output {
  return {
    line: (text) => void send({ kind: 'out', text }),
    complain: (text) => void send({ kind: 'complaint', text }),
    progress: (state) => void send({ kind: 'progress', state }),
  }
}

/** Shows what a command inside the server says as if it ran here. */
export function showMessage(output: Output, message: Said): void {
  if (message.kind === 'out') output.line(message.text)
  else if (message.kind === 'complaint') output.complain(message.text)
  else output.progress(message.state as Progress)
}
