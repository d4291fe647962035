/**
 * Readers in a process of their own: `node bench/visitors.ts URL READERS [PATH …]` asks for the paths in turn until it
 * is told to stop, and then prints how long each answer took, in milliseconds, as JSON.
 */
const [base, readers, ...paths] = process.argv.slice(2)
if (!base || paths.length === 0) throw new Error('visitors URL READERS PATH …')

const taken: number[] = []
let stopped = false
process.once('SIGTERM', () => {
  stopped = true
})

async function read(reader: number): Promise<void> {
  for (let turn = reader; !stopped; turn++) {
    const started = performance.now()
    const answer = await fetch(new URL(paths[turn % paths.length] ?? '/', base))
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`)
    taken.push(performance.now() - started)
    if (readers === '1') await new Promise((again) => setTimeout(again, 20))
  }
}

await Promise.all(Array.from({ length: Number(readers) }, (_, reader) => read(reader)))
process.stdout.write(JSON.stringify(taken))
