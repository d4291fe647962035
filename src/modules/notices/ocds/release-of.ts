import type { NoticeProblem } from '#src/modules/notices/notice.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { isObject, type JsonObject, lineAt, objectAt } from './json-object.ts'
import { parseJson } from './parse-json.ts'

/** The release that a value is, or that a record compiles; or why it is none. */
export function releaseOf(value: unknown): Result<JsonObject, NoticeProblem> {
  if (!isObject(value)) return fail({ code: 'notOcds' })
  const ocid = lineAt(value, 'ocid')
  const isRecord = ocid !== null && (Array.isArray(value.releases) || isObject(value.compiledRelease))
  if (!isRecord && (Array.isArray(value.releases) || Array.isArray(value.records)))
    return fail({ code: 'isPackage' })
  const compiled = objectAt(value, 'compiledRelease')
  if (isRecord && !compiled) return fail({ code: 'releaseOnlyLinked' })
  const release = compiled ?? value
  if (!['tag', 'initiationType', 'tender', 'awards', 'planning', 'contracts'].some((key) => key in release))
    return fail({ code: 'notOcds' })
  return lineAt(release, 'ocid') ? ok(release) : fail({ code: 'ocidMissing' })
}

/** Whether these bytes are a record that has its releases in it, not only addresses of them. */
export function hasFullReleases(bytes: Uint8Array): boolean {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('"releases"')) return false
  const parsed = parseJson(bytes)
  if (!parsed.ok || !isObject(parsed.value.value)) return false
  const { ocid, releases } = parsed.value.value
  return (
    Boolean(ocid) &&
    Array.isArray(releases) &&
    releases.some((one) => isObject(one) && 'ocid' in one && 'id' in one)
  )
}
