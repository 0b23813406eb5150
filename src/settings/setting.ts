import { z } from "@medusajs/framework/zod"
import type { Kind } from "./kinds"

/** What the documentation says about a setting. */
type Description = {
  about: string
  /** Never printed: not in an error, a log or by the doctor. */
  secret?: boolean
  /** The capability that will read it, while nothing does yet. */
  later?: string
  /** What holds when it is not set, where that is no fixed text. */
  otherwise?: string
}

export type Setting<T = unknown> = Description & {
  type: z.ZodType<T, string | undefined>
  expectation: string
  fallback?: string
}

export type Section = {
  title: string
  about: string
  settings: Record<string, Setting>
}

const typeOf = <T>({ expectation, read }: Kind<T>) =>
  z.string().transform((raw, context) => {
    const value = read(raw)
    if (value === undefined) {
      context.addIssue({ code: "custom", message: `must be ${expectation}` })
      return z.NEVER
    }
    return value
  })

/** A default is raw text that is read like any other value. */
export function setting<T>(
  kind: Kind<T>,
  description: Description & { fallback: string }
): Setting<T>
export function setting<T>(
  kind: Kind<T>,
  description: Description
): Setting<T | undefined>
export function setting<T>(
  kind: Kind<T>,
  description: Description & { fallback?: string }
): Setting<T | undefined> {
  const type = typeOf(kind)
  return {
    ...description,
    expectation: kind.expectation,
    type:
      description.fallback === undefined
        ? type.optional()
        : type.prefault(description.fallback),
  }
}

/** A group of settings as the documentation shows it. */
export const section = <S extends Record<string, Setting>>(
  title: string,
  about: string,
  settings: S
) => ({ title, about, settings })
