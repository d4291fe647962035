import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Language } from '#src/platform/language.ts'
import { StopReason } from './contract.ts'

const Words = z.record(StopReason, z.strictObject({ nb: z.string(), nn: z.string(), en: z.string() }))

const WORDS = Words.parse(
  JSON.parse(readFileSync(new URL('../../../data/knowledge/stop-reasons.json', import.meta.url), 'utf8')),
)

export function reasonLabel(reason: StopReason, language: Language): string {
  return WORDS[reason][language]
}
