import { Hono } from 'hono'
import type { Program } from '#src/program.ts'

export function seoFiles(_program: Program): Hono {
  return new Hono()
}
