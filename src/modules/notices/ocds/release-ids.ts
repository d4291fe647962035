import { createHash } from 'node:crypto'

const USABLE = /^[A-Za-z0-9._-]{1,120}$/

/**
 * The public id of a release, `ocds-<ocid>-<release id>`, and what it has in common with the releases it replaces: the
 * process and the stage. Ids with signs that cannot stand in an address get others, and a piece of their hash.
 */
export function identifyRelease(
  ocid: string,
  releaseId: string,
  stage: string,
): { readonly id: string; readonly chain: string } {
  return { id: usable(`ocds-${ocid}-${releaseId}`), chain: usable(`ocds-${ocid}-${stage}`) }
}

function usable(id: string): string {
  if (USABLE.test(id)) return id
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 12)
  return `${id.replace(/[^A-Za-z0-9._-]+/g, '_').slice(0, 100)}-${hash}`
}
