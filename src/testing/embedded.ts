import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests of this run keep what they all begin with. */
    beginnings?: string
  }
}

/** Set-up of the run on the embedded engine: what ships is seeded once in a run, and each file begins with a copy. */
export default function setUp(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'spydspiss-beginnings-'))
  project.provide('beginnings', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
