import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { caseSearchSource } from '#src/modules/catalogue/index.ts'
import { PUBLIC_READER, SearchQuery } from '#src/modules/search/index.ts'
import { readConfig } from '#src/platform/config.ts'
import { createLog } from '#src/platform/log.ts'
import { openProgram, type Program } from '#src/program.ts'
import { createBm25 } from './bm25.ts'
import { gradedMeasures, type Measures, meanOf } from './measures.ts'
import { stemSnowball } from './snowball-norwegian.ts'

type Judged = {
  readonly text: string
  readonly kind: string
  /** By case: 2 answers the question, 1 is worth opening. */
  readonly grades: ReadonlyMap<string, number>
}
export type KindFigures = {
  readonly kind: string
  readonly questions: number
  readonly ours: Measures
  readonly baseline: Measures
}

/** The judged questions over the cases that ship with the program, kind by kind, and over all of them. */
export async function evaluateCases(file: string): Promise<readonly KindFigures[]> {
  const questions = readQuestions(file)
  const folder = await mkdtemp(join(tmpdir(), 'eval-search-'))
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
  const program = await openProgram(config, { log: createLog(config) })
  try {
    await program.prepare()
    const baseline = await baselineOver(program)
    const rows = []
    for (const question of questions) {
      const query = SearchQuery.parse({ q: question.text, type: 'case', limit: 10 })
      const { hits } = await program.search.search(query, PUBLIC_READER)
      rows.push({
        kind: question.kind,
        ours: gradedMeasures(
          hits.map((hit) => hit.id),
          question.grades,
        ),
        baseline: gradedMeasures(baseline(question.text), question.grades),
      })
    }
    const kinds = [...Map.groupBy(rows, ({ kind }) => kind), ['all', rows] as const]
    return kinds.map(([kind, some]) => ({
      kind,
      questions: some.length,
      ours: meanOf(some.map(({ ours }) => ours)),
      baseline: meanOf(some.map((one) => one.baseline)),
    }))
  } finally {
    await program.close()
    await rm(folder, { recursive: true })
  }
}

/** Question, tab, kind, tab, ids of grade 2, `|`, ids of grade 1. */
function readQuestions(file: string): readonly Judged[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const [text = '', kind = '', judged = ''] = line.split('\t')
    const [answers = '', related = ''] = judged.split('|')
    const graded = (ids: string, grade: number) =>
      ids.split(',').flatMap((id) => (id.trim() ? [[id.trim(), grade] as const] : []))
    return { text, kind, grades: new Map([...graded(related, 1), ...graded(answers, 2)]) }
  })
}

async function baselineOver({ db }: Program): Promise<(question: string) => readonly string[]> {
  const source = caseSearchSource(db)
  const documents = (await source.load(await source.listIds())).map(
    ({ id, title, summary, body, names }) => ({
      id,
      title,
      text: [summary, body, ...names].join('\n'),
    }),
  )
  const index = createBm25(documents, (text) => ({ terms: termsOf(text), length: termsOf(text).length }))
  return (question) =>
    index.best(
      termsOf(question).map((term) => [term]),
      10,
    )
}

function termsOf(text: string) {
  return Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu), ([word]) => ({
    term: stemSnowball(word),
    weight: 1,
  }))
}
