import type { Method } from './method.ts'

/** The methods that are judged and timed; baselines stand beside them in the table. */
export const METHODS: readonly Method[] = []
