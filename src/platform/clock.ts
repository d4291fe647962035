/** The present instant, given as a parameter so that tests decide what time it is. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** Deadlines and dates are shown and reckoned where the municipalities are. */
export const TIME_ZONE = 'Europe/Oslo'
