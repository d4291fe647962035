import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { parseSync } from 'vite'

/** One import statement or expression of ours: the file it stands in, the file or package it names. */
export type Import = {
  readonly from: string
  readonly specifier: string
  /** The file of ours it resolves to, relative to the root; null for a package. */
  readonly to: string | null
  /** Gone when types are stripped, so it ships nothing and runs nothing. */
  readonly typeOnly: boolean
}

export const ROOT = join(import.meta.dirname, '../..')

/** Our own source files below a folder, relative to the root. */
export function sourceFiles(folder: string): readonly string[] {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort()
}

export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || file.startsWith('tests/') || file.startsWith('src/testing/')
}

/** Every import of a file in every form: static, side-effect, re-export, dynamic, and `import()` types. */
export function importsOf(file: string, source = readFileSync(join(ROOT, file), 'utf8')): readonly Import[] {
  const parsed = parseSync(file, source)
  if (parsed.errors.length > 0) throw new Error(`${file} cannot be parsed: ${parsed.errors[0]?.message}`)
  const found: { specifier: string; typeOnly: boolean }[] = []
  walk(parsed.program, (node) => {
    const specifier = specifierOf(node)
    if (specifier !== null) found.push({ specifier, typeOnly: isTypeOnly(node) })
  })
  return found.map(({ specifier, typeOnly }) => ({
    from: file,
    specifier,
    to: resolveOwn(file, specifier),
    typeOnly,
  }))
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string }

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit)
  } else if (typeof value === 'object' && value !== null) {
    if ('type' in value && typeof value.type === 'string') visit(value as Node)
    for (const child of Object.values(value)) walk(child, visit)
  }
}

const WITH_SOURCE = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
  'TSExternalModuleReference',
])

function specifierOf(node: Node): string | null {
  if (!WITH_SOURCE.has(node.type)) return null
  const source = (node.source ?? node.argument ?? node.expression) as
    | { value?: unknown; literal?: { value?: unknown } }
    | null
    | undefined
  const value = source?.value ?? source?.literal?.value
  return typeof value === 'string' ? value : null
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType') return true
  if (node.importKind === 'type' || node.exportKind === 'type') return true
  const specifiers = node.specifiers as readonly Node[] | undefined
  return (
    specifiers !== undefined &&
    specifiers.length > 0 &&
    specifiers.every((specifier) => specifier.importKind === 'type' || specifier.exportKind === 'type')
  )
}

function resolveOwn(from: string, specifier: string): string | null {
  if (specifier.startsWith('#src/')) return specifier.slice(1).replace(/\?.*$/, '')
  if (specifier.startsWith('#testing/')) return `src/testing/${specifier.slice('#testing/'.length)}`
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier)).replace(/\?.*$/, '')
  return null
}
