import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Import, importsOf, isTest, ROOT, sourceFiles } from './imports.ts'

const files = sourceFiles('src')
const production = files.filter((file) => !isTest(file))
const imports = production.flatMap((file) => importsOf(file))
const own = imports.filter((one): one is Import & { to: string } => one.to !== null)

/** The floor each folder stands on: an import may go down or stay, never up. */
const FLOORS = [
  'src/platform',
  'src/text',
  'src/search-index',
  'src/messages',
  'src/modules',
  'src/open-search.ts',
  'src/telling',
  'src/program.ts',
  'src/api',
  'src/web',
  'src/cli',
]
const MAY_REACH: Readonly<Record<string, readonly string[]>> = {
  'src/platform': ['src/platform'],
  'src/text': ['src/text'],
  'src/search-index': ['src/search-index', 'src/text'],
  'src/messages': ['src/messages', 'src/platform'],
  'src/modules': ['src/modules', 'src/messages', 'src/text', 'src/search-index', 'src/platform'],
  'src/open-search.ts': ['src/open-search.ts', 'src/modules', 'src/platform'],
  'src/telling': ['src/telling', 'src/modules', 'src/messages', 'src/platform'],
  'src/program.ts': ['src/program.ts', 'src/open-search.ts', 'src/modules', 'src/messages', 'src/platform'],
  'src/api': ['src/api', 'src/program.ts', 'src/modules', 'src/messages', 'src/platform'],
  'src/web': ['src/web', 'src/telling', 'src/program.ts', 'src/modules', 'src/messages', 'src/platform'],
  'src/cli': [
    'src/cli',
    'src/telling',
    'src/api',
    'src/web',
    'src/telling',
    'src/program.ts',
    'src/modules',
    'src/messages',
    'src/platform',
  ],
}

function floorOf(file: string): string {
  const floor = FLOORS.find((one) => file === one || file.startsWith(`${one}/`))
  if (!floor) throw new Error(`${file} lies in no known room: put it in one of ${FLOORS.join(', ')}`)
  return floor
}

function moduleOf(file: string): string | null {
  return /^src\/modules\/([^/]+)\//.exec(file)?.[1] ?? null
}

const arrow = ({ from, to, specifier }: Import) => `${from} → ${to ?? specifier}`

test('imports go down the house, never up', () => {
  const upward = own.filter(({ from, to }) => !MAY_REACH[floorOf(from)]?.includes(floorOf(to)))
  expect(
    upward.map(arrow),
    'What must travel upwards is an event row (platform/outbox), or a port that program.ts fills',
  ).toEqual([])
})

test('a module is entered by its door', () => {
  const wrong = own.filter(({ from, to }) => {
    const room = moduleOf(to)
    return room !== null && room !== moduleOf(from) && !/^src\/modules\/[^/]+\/(index|contract)\.ts$/.test(to)
  })
  expect(wrong.map(arrow), 'Export what you need from the index.ts (or contract.ts) of that module').toEqual(
    [],
  )
})

test('modules do not go in circles', () => {
  const reaches = new Map<string, Set<string>>()
  for (const { from, to } of own) {
    const [here, there] = [moduleOf(from), moduleOf(to)]
    if (here && there && here !== there) reaches.set(here, (reaches.get(here) ?? new Set()).add(there))
  }
  const circles: string[] = []
  const visit = (room: string, path: readonly string[]): void => {
    if (path.includes(room)) circles.push([...path.slice(path.indexOf(room)), room].join(' → '))
    else for (const next of reaches.get(room) ?? []) visit(next, [...path, room])
  }
  for (const room of reaches.keys()) visit(room, [])
  expect([...new Set(circles)], 'Let one of them own a port, as search owns SearchSource').toEqual([])
})

test('search knows no other module', () => {
  const wrong = own.filter(
    ({ from, to }) => moduleOf(from) === 'search' && moduleOf(to) !== null && moduleOf(to) !== 'search',
  )
  expect(wrong.map(arrow), 'search owns the port SearchSource; program.ts fills it').toEqual([])
})

test('text and search-index are pure: no database, files, network or time of their own', () => {
  const pure = imports.filter(({ from }) => /^src\/(text|search-index)\//.test(from))
  const wrong = pure.filter(
    ({ to, specifier }) => to === null && (specifier.startsWith('node:') || specifier === 'kysely'),
  )
  expect(wrong.map(arrow), 'Take it as a parameter').toEqual([])
})

test('what a page ships to the browser reaches contracts, web/ui and messages only', () => {
  const shipped = /^src\/web\/ui\//
  const allowed =
    /^src\/(web\/(ui|paths\.ts|theme)|messages|modules\/[^/]+\/contract\.ts|platform\/(language|result)\.ts)/
  const wrong = own.filter(({ from, to, typeOnly }) => shipped.test(from) && !typeOnly && !allowed.test(to))
  expect(wrong.map(arrow), 'Load it in the loader and hand it to the component').toEqual([])
})

test('only tests use what is made for tests', () => {
  expect(own.filter(({ to }) => to.startsWith('src/testing/')).map(arrow)).toEqual([])
})

test('within a folder imports are ./, across folders #src/', () => {
  const wrong = [...files, ...sourceFiles('tests')]
    .flatMap((file) => importsOf(file))
    .filter(({ specifier }) => specifier.startsWith('../'))
  expect(wrong.map(arrow), 'Write #src/… so that a file can move').toEqual([])
})

test('the environment is read in one place', () => {
  const reads = production.filter(
    (file) =>
      file !== 'src/platform/config.ts' &&
      /process\.env|import\.meta\.env(?!\.(DEV|PROD|SSR))/.test(text(file)),
  )
  expect(reads, 'Add a setting to src/platform/config.ts and take it as a parameter').toEqual([])
})

test('components are written in web/routes and web/ui only, since Node strips types but not JSX', () => {
  expect(
    production.filter(
      (file) => file.endsWith('.tsx') && !/^src\/web\/(routes|ui|root\.tsx|entry\.)/.test(file),
    ),
  ).toEqual([])
})

test('no file outgrows its room', () => {
  const grown = [...files, ...sourceFiles('tests'), ...sourceFiles('bench'), ...sourceFiles('bin')]
    .map((file) => ({ file, lines: text(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300)
  expect(grown, 'Which part is waiting to be named?').toEqual([])
})

test('there are rooms, not drawers', () => {
  const drawers = /(^|\/)(utils?|helpers?|common|shared|misc|services?|types|manager)(\.tsx?|\/)/
  expect(
    files.filter((file) => drawers.test(file)),
    'Name the file after what it holds',
  ).toEqual([])
})

test('the reading of imports sees every form', () => {
  const source = [
    "import a from './a.ts'",
    "import './b.ts'",
    "export * from './c.ts'",
    "export { d } from '#src/d.ts'",
    "const e = await import('./e.ts')",
    "type F = import('./f.ts').F",
    "import type { G } from './g.ts'",
    "import { type H } from './h.ts'",
  ].join('\n')
  const seen = importsOf('src/platform/example.ts', source)
  expect(
    seen.map(({ to, typeOnly }) => `${to?.replace('src/platform/', '')}${typeOnly ? ' (type)' : ''}`).sort(),
  ).toEqual(['a.ts', 'b.ts', 'c.ts', 'e.ts', 'f.ts (type)', 'g.ts (type)', 'h.ts (type)', 'src/d.ts'].sort())
})

function text(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}
