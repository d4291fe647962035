import { administrator } from './administrator.ts'
import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { doctor } from './doctor.ts'
import { exportData } from './export-ocds.ts'
import { importNotices } from './import-notices.ts'
import { migrate } from './migrate.ts'
import { quarantine } from './quarantine.ts'
import { reprocess } from './reprocess.ts'
import { restore } from './restore.ts'
import { search } from './search.ts'
import { unmatched } from './unmatched.ts'

/** Every command that runs against a program, in the order `--help` shows them; `serve` starts one. */
export const COMMANDS: readonly Command[] = [
  importNotices,
  search,
  exportData,
  quarantine,
  unmatched,
  administrator,
  reprocess,
  backup,
  restore,
  migrate,
  doctor,
]
