/**
 * Readers in a process of their own: `node bench/visitors.ts URL READERS [PATH …]` asks for the paths in turn until it
 * is told to stop (`{n}` in a path becomes a number that never comes again), and then prints how long each answer took, in milliseconds, as JSON.
 */
const [base, readers, ...paths] = process.argv.slice(2)
if (!base || paths.length === 0) throw new Error('visitors URL READERS PATH …')

const taken: number[] = []
let stopped = false
let asked = 0
process.once('SIGTERM', () => {
  stopped = true
})

async function read(reader: number): Promise<void> {
  for (let turn = reader; !stopped; turn++) {
    const started = performance.now()
    const path = (paths[turn % paths.length] ?? '/').replace('{n}', String(asked++))
    const answer = await fetch(new URL(path, base))
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`)
    taken.push(performance.now() - started)
    if (readers === '1') await new Promise((again) => setTimeout(again, 20))
  }
}

await Promise.all(Array.from({ length: Number(readers) }, (_, reader) => read(reader)))
process.stdout.write(JSON.stringify(taken))
