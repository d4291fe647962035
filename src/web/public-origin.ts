import type { Config } from '#src/platform/config.ts'
import { isLoopback } from '#src/platform/loopback.ts'

/** The address people use: the one that is set, or in demo mode the one this machine was asked at. */
export function publicOrigin({ MODE, BASE_URL }: Pick<Config, 'MODE' | 'BASE_URL'>, asked: URL): string {
  return MODE === 'demo' && isLoopback(new URL(BASE_URL).hostname) ? asked.origin : BASE_URL
}
