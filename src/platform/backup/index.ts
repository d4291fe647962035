/**
 * The whole database as one file, written while it is in use and restored on either engine. It reads and writes
 * tables as the database describes them and knows nothing of what they mean.
 */
export type { BackupHeader, BackupSummary, Progress } from './contents.ts'
export type { Column } from './describe-tables.ts'
export { digestDatabase, type TableDigest } from './digest.ts'
export { type BackupProblem, backupProblemText, inspectBackup } from './inspect-backup.ts'
export { type RestoreOptions, type RestoreRefusal, restoreBackup } from './restore-backup.ts'
export { type RowsElsewhere, type WriteOptions, writeBackup } from './write-backup.ts'
