import { type Command, EXIT } from './command.ts'

/** `spydspiss migrate`: brings the database to this version; also done at every start of the server. */
export const migrate: Command = {
  name: 'migrate',
  summary: 'Bring the database, the registers and the starter cases to this version',
  help: `Usage: spydspiss migrate

Applies the migrations that are missing, brings in registers and starter cases that are new in this version, and fills
the search index. The server does the same when it starts; run it by itself before an upgrade of several servers on one
PostgreSQL. Doing it again changes nothing. What a person has changed or confirmed is never written over.`,
  run: async ({ program, output }) => {
    await program.prepare((step) => output.progress({ done: 0, total: null, what: step }))
    output.line('The database is as this version needs it.')
    return EXIT.done
  },
}
