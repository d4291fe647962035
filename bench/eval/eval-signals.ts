/**
 * How well the rules of innovation find the three conditions in judged texts, with every code masked: only title,
 * text, language and form type are read.
 *
 *   npm run eval:signals [-- --texts FILE] [--set first|second|third] [--half development|heldOut] [--totals]
 *
 * The first two sets are split once and for all, and used up; the third is for judging alone: rules are not written with its errors in
 * sight, so they are printed only with `--errors`. `--totals` leaves all errors out.
 */
import { parseArgs } from 'node:util'
import { CONDITIONS, type Condition } from '#src/modules/notices/contract.ts'
import { assessText, INNOVATION_RULES_VERSION, type TextAssessment } from '#src/modules/notices/index.ts'
import { type JudgedText, type Readers, readCommittedSet, readJudgedFile, type SETS } from './judged-texts.ts'
import { halfOf } from './signal-split.ts'
import { add, count, EMPTY, kappa, precision, recall, type Tally } from './tally.ts'

const { values } = parseArgs({
  options: {
    texts: { type: 'string' },
    set: { type: 'string' },
    half: { type: 'string' },
    totals: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
  },
})

type Answer = { readonly judged: JudgedText; readonly said: TextAssessment }

console.log(`Rules of innovation, version ${INNOVATION_RULES_VERSION}; codes masked`)
if (values.texts !== undefined) {
  evaluate(values.texts, readJudgedFile(values.texts))
} else {
  for (const set of ['first', 'second', 'third'] as const)
    if (values.set === undefined || values.set === set) evaluateSet(set)
}

function evaluateSet(set: keyof typeof SETS): void {
  const { texts, readers } = readCommittedSet(set)
  console.log(`\nThe ${set} set`)
  printReaders(texts, readers)
  if (set === 'third') {
    evaluate('all of it, held out', texts, { errors: values.errors })
    return
  }
  const halves = ['development', 'heldOut'] as const
  for (const half of halves.filter((one) => values.half === undefined || values.half === one))
    evaluate(
      half === 'heldOut' ? 'held-out half' : 'development half',
      texts.filter(({ id }) => halfOf(id) === half),
    )
  if (values.half === undefined) evaluate('both halves', texts, { errors: false })
}

function printReaders(texts: readonly JudgedText[], { first, second }: Readers): void {
  console.log(`\nTwo readers, ${texts.length} texts: agreement and Cohen's kappa`)
  for (const condition of CONDITIONS) {
    const tally = [...first].reduce(
      (sum, [id, one]) => count(sum, one[condition], second.get(id)?.[condition] ?? false),
      EMPTY,
    )
    const agreed = (tally.right + tally.rightNo) / first.size
    console.log(`  ${condition.padEnd(24)} ${agreed.toFixed(3)}  ${kappa(tally).toFixed(3)}`)
  }
  const differing = texts.flatMap(({ id, truth }) =>
    CONDITIONS.filter((condition) => truth[condition] === null).map((condition) => `${id} ${condition}`),
  )
  console.log(`  Left out of the score, because they differ: ${differing.join(', ') || 'none'}`)
}

function evaluate(name: string, texts: readonly JudgedText[], { errors = !values.totals } = {}): void {
  const answers = texts.map((judged): Answer => ({ judged, said: assess(judged) }))
  console.log(`\n${name}: ${texts.length} texts`)
  console.log(`  ${''.padEnd(24)} yes  precision  recall  (right, wrong yes, missed)`)
  for (const condition of CONDITIONS) print(condition, tallyOf(answers, [condition]))
  print('the three together', tallyOf(answers, CONDITIONS))
  print('two or more (likely)', likelyTally(answers))
  for (const [language, same] of Map.groupBy(answers, ({ judged }) => judged.language ?? 'unknown'))
    print(`in ${language}`, tallyOf(same, CONDITIONS))
  if (errors) printErrors(answers)
}

function assess({ title, text, language, formType }: JudgedText): TextAssessment {
  const piece = (words: string, path: string) => ({ text: words, language, lot: null, path })
  return assessText([piece(title, 'title'), piece(text, 'description')], formType)
}

function tallyOf(answers: readonly Answer[], conditions: readonly Condition[]): Tally {
  return conditions
    .flatMap((condition) =>
      answers.map(({ judged, said }) => {
        const truth = judged.truth[condition]
        return truth === null ? EMPTY : count(EMPTY, said.conditions[condition].met, truth)
      }),
    )
    .reduce(add, EMPTY)
}

function likelyTally(answers: readonly Answer[]): Tally {
  return answers
    .filter(({ judged }) => CONDITIONS.every((condition) => judged.truth[condition] !== null))
    .reduce((sum, { judged, said }) => {
      const met = CONDITIONS.filter((condition) => said.conditions[condition].met).length
      const true_ = CONDITIONS.filter((condition) => judged.truth[condition]).length
      return count(sum, met >= 2, true_ >= 2)
    }, EMPTY)
}

function print(name: string, tally: Tally): void {
  const share = (value: number | null) => value?.toFixed(3) ?? '—'
  const { right, wrongYes, missed } = tally
  console.log(
    `  ${name.padEnd(24)} ${String(right + missed).padStart(3)}  ${share(precision(tally)).padStart(9)}  ` +
      `${share(recall(tally)).padStart(6)}  (${right}, ${wrongYes}, ${missed})`,
  )
}

function printErrors(answers: readonly Answer[]): void {
  for (const { judged, said } of answers) {
    for (const condition of CONDITIONS) {
      const { met } = said.conditions[condition]
      const truth = judged.truth[condition]
      if (truth === null || truth === met) continue
      console.log(`  ${met ? 'wrong yes' : 'missed'} · ${condition} · ${judged.id} (${judged.language})`)
      console.log(`    ${judged.title} — ${judged.text}`)
      for (const signal of said.signals.filter((one) => one.condition === condition))
        console.log(`    ${signal.kind}: ${signal.text}`)
    }
  }
}
