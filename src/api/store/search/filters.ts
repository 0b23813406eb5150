import type { z } from "@medusajs/framework/zod"
import { IN_STOCK, storeFields } from "./fields"

const MOST = {
  q: 200,
  depth: 5,
  conditions: 50,
  values: 100,
  text: 255,
} as const

const OPERATORS = [
  "$eq",
  "$ne",
  "$in",
  "$nin",
  "$lt",
  "$lte",
  "$gt",
  "$gte",
  "$exists",
  "$contains",
  "$overlaps",
  "$prefix",
]

type Report = (path: (string | number)[], message: string) => void

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

function checkValue(value: unknown, path: (string | number)[], report: Report) {
  if (Array.isArray(value)) {
    if (value.length > MOST.values) {
      report(path, `may have at most ${MOST.values} values`)
    }
    value.forEach((one: unknown, at) => {
      if (Array.isArray(one)) {
        report([...path, at], "must be a text, number or boolean")
      } else {
        checkValue(one, [...path, at], report)
      }
    })
  } else if (typeof value === "string") {
    if (value.length > MOST.text) {
      report(path, `may have at most ${MOST.text} characters`)
    }
  } else if (value !== null && !["number", "boolean"].includes(typeof value)) {
    report(path, "must be a text, number or boolean")
  }
}

function checkField(
  field: string,
  value: unknown,
  path: (string | number)[],
  report: Report
) {
  if (!storeFields.filterable.includes(field)) {
    report(path, "is not a field to filter by")
  } else if (field === IN_STOCK) {
    if (typeof value !== "boolean") {
      report(path, "must be true or false")
    }
  } else if (isObject(value)) {
    const operators = Object.entries(value)
    if (!operators.length) {
      report(path, "needs an operator")
    }
    for (const [operator, operand] of operators) {
      if (OPERATORS.includes(operator)) {
        checkValue(operand, [...path, operator], report)
      } else {
        report([...path, operator], "is not an operator")
      }
    }
  } else {
    checkValue(value, path, report)
  }
}

/** A tree of conditions, neither deep nor long, on fields that are for it. */
export function checkFilters(
  filters: Record<string, unknown>,
  context: z.core.$RefinementCtx
): void {
  let conditions = 0
  const report: Report = (path, message) =>
    context.addIssue({ code: "custom", path, message })
  const walk = (
    branch: Record<string, unknown>,
    path: (string | number)[],
    depth: number
  ): void => {
    if (depth > MOST.depth) {
      report(path, "is nested too deeply")
      return
    }
    for (const [key, value] of Object.entries(branch)) {
      const here = [...path, key]
      conditions += 1
      if (key === "q" && !path.length) {
        if (typeof value !== "string") {
          report(here, "must be a text")
        } else if (value.length > MOST.q) {
          report(here, `may have at most ${MOST.q} characters`)
        }
      } else if (key === "$and" || key === "$or") {
        const branches: unknown[] = Array.isArray(value) ? value : [null]
        branches.forEach((one, at) =>
          isObject(one)
            ? walk(one, [...here, at], depth + 1)
            : report([...here, at], "must be an object")
        )
      } else if (key === "$not") {
        if (isObject(value)) {
          walk(value, here, depth + 1)
        } else {
          report(here, "must be an object")
        }
      } else {
        checkField(key, value, here, report)
      }
    }
  }
  walk(filters, [], 1)
  if (conditions > MOST.conditions) {
    report([], `may have at most ${MOST.conditions} conditions`)
  }
}
