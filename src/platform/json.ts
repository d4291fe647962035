/** Anything that JSON can say, as it arrives from and goes to a jsonb column. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
