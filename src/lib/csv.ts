/** A spreadsheet runs a cell that begins with one of these as a formula. */
const FORMULA = /^[=+\-@\t\r]/

const cell = (value: unknown) => {
  const text = value === null || value === undefined ? "" : String(value)
  const harmless =
    typeof value === "string" && FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless
}

/** One line of a CSV file, which a spreadsheet opens without running anything. */
export const csvLine = (values: readonly unknown[]) =>
  `${values.map(cell).join(",")}\r\n`
