const scopes = ["siblings", "everywhere", "no"] as const

/** Among which categories a name may be there once. */
export type NameScope = (typeof scopes)[number]

export const isNameScope = (value: unknown): value is NameScope =>
  scopes.some((scope) => scope === value)

/** Where the module keeps it for its repository. */
export const NAME_SCOPE = "categoryNameScope"
