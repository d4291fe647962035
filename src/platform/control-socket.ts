/**
 * Commands that run inside the running server: the server listens on a socket in its data folder, the command line
 * finds it there, sends what was typed, and shows what comes back. So there is one owner of the embedded database.
 */
export {
  type CommandHandler,
  type CommandListener,
  type CommandSession,
  listenForCommands,
} from './control/listen-for-commands.ts'
export type { CommandMessage, CommandRequest } from './control/protocol.ts'
export { type RunOutcome, runInServer } from './control/run-in-server.ts'
