/**
 * What somebody typed as a number, with a point or a comma. What is no number
 * stays as it was typed: JSON would make null of it, and the shop judges.
 */
export function numberOf(typed: string): number | string {
  const text = typed.trim()
  const number = Number(text.replace(/^(\d+),(\d+)$/, "$1.$2"))
  return Number.isNaN(number) ? text : number
}
