import type { z } from 'zod'
import { isMessageKey, type Messages } from '#src/messages/index.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'

/** What is wrong with each field, the first thing only; the schema tells it by the key of a text, or `otherwise` says it. */
export function fieldErrors(
  { issues }: z.ZodError,
  t: Messages['t'],
  otherwise: Parameters<Messages['t']>[0],
): FieldErrors {
  const errors: Record<string, string> = {}
  for (const { path, message } of issues)
    errors[String(path[0])] ??= t(isMessageKey(message) ? message : otherwise)
  return errors
}
