import type { ErrorDetail } from "./api-error"

type Issue = {
  path?: readonly PropertyKey[]
  message?: string
  code?: string
  keys?: readonly string[]
}

const fieldOf = (path: readonly PropertyKey[] | undefined): string =>
  (path ?? []).map(String).join(".")

/** Of the issues a zod schema reports. */
export const detailsOfIssues = (issues: readonly Issue[]): ErrorDetail[] =>
  issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? (issue.keys ?? []).map((key) => ({
          field: fieldOf([...(issue.path ?? []), key]),
          message: "is not known here",
        }))
      : [
          {
            field: fieldOf(issue.path),
            message: issue.message ?? "is not valid",
          },
        ]
  )

const dotted = (field: string): string => field.split(", ").join(".")

type Reader = [RegExp, (match: RegExpExecArray) => ErrorDetail[]]

/**
 * Core's validator turns zod's issues into one sentence and drops them. These
 * are the sentences it writes, for at most three issues, joined by "; ".
 */
const sentences: readonly Reader[] = [
  [
    /^Field '([^']*)' is required$/,
    ([, field]) => [{ field: dotted(field), message: "is required" }],
  ],
  [
    /^Unrecognized fields: '(.*)'$/s,
    ([, fields]) =>
      fields
        .split(", ")
        .map((field) => ({ field, message: "is not known here" })),
  ],
  [
    /^Expected type: '([^']*)' for field '([^']*)', got: /,
    ([, type, field]) => [
      { field: dotted(field), message: `must be of type ${type}` },
    ],
  ],
  [
    /^Expected: '([^']*)' for field '([^']*)', but got: /,
    ([, values, field]) => [
      { field: dotted(field), message: `must be one of ${values}` },
    ],
  ],
  [
    /^Value for field '([^']*)' too small, expected at least: '([^']*)'$/,
    ([, field, bound]) => [
      { field: dotted(field), message: `must be at least ${bound}` },
    ],
  ],
  [
    /^Value for field '([^']*)' too big, expected at most: '([^']*)'$/,
    ([, field, bound]) => [
      { field: dotted(field), message: `must be at most ${bound}` },
    ],
  ],
  [
    /^Value for field '([^']*)' not multiple of: '([^']*)'$/,
    ([, field, divisor]) => [
      { field: dotted(field), message: `must be a multiple of ${divisor}` },
    ],
  ],
]

const PREFIX = "Invalid request: "
const boundary =
  /; (?=Field '|Unrecognized fields: '|Expected type: '|Expected: '|Value for field ')/
const MAX_DETAILS = 20

const detailsOfSentence = (sentence: string): ErrorDetail[] => {
  for (const [pattern, read] of sentences) {
    const match = pattern.exec(sentence)
    if (match) {
      return read(match)
    }
  }
  return []
}

/** Of the message core's validator writes; empty when it names no field. */
export function detailsOfMessage(message: string): ErrorDetail[] {
  return message.startsWith(PREFIX)
    ? message
        .slice(PREFIX.length)
        .split(boundary)
        .flatMap(detailsOfSentence)
        .slice(0, MAX_DETAILS)
    : []
}

const existing = /^[\w ]+ with (.+), already exists\.?$/s

/** "Product with handle: x, already exists." names the field that is taken. */
export function detailsOfDuplicate(message: string): ErrorDetail[] | undefined {
  const fields = existing.exec(message)?.[1]
  return fields
    ?.split(", ")
    .map((pair) => pair.split(":")[0].trim())
    .filter((field) => /^\w+$/.test(field))
    .map((field) => ({ field, message: "is already taken" }))
}
