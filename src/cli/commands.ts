import type { Command } from './command.ts'
import { doctor } from './doctor.ts'
import { importNotices } from './import-notices.ts'
import { migrate } from './migrate.ts'
import { search } from './search.ts'

/** Every command that runs against a program, in the order `--help` shows them; `serve` starts one. */
export const COMMANDS: readonly Command[] = [importNotices, search, migrate, doctor]
