/**
 * Amounts as whole minor units (cents, paisa), in which nothing is ever lost.
 * Medusa hands amounts over as decimal numbers; they are read as the text a
 * person sees, never multiplied, so that 0.1 + 0.2 cannot happen.
 */

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"))

export const isCurrency = (code: string) => CURRENCIES.has(code.toUpperCase())

const known = (currency: string) => {
  const code = currency.toUpperCase()
  if (!CURRENCIES.has(code)) {
    throw new RangeError(`"${currency}" is not a currency.`)
  }
  return code
}

/** How many decimals a currency has: two for KES, none for JPY. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat("en", {
    style: "currency",
    currency: known(currency),
  }).resolvedOptions().maximumFractionDigits ?? 0

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/** The digits of a number without an exponent: 1e21 and 1e-7 too. */
const plain = (amount: number | string) => {
  if (typeof amount === "string") {
    return amount.trim()
  }
  const text = String(amount)
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!match) {
    return text
  }
  const [, sign, head, tail = "", exponent] = match
  const digits = head + tail
  const point = 1 + Number(exponent)
  return point <= 0
    ? `${sign}0.${"0".repeat(-point)}${digits}`
    : `${sign}${digits.slice(0, point).padEnd(point, "0")}${
        digits.length > point ? `.${digits.slice(point)}` : ""
      }`
}

const split = (amount: number | string) => {
  const match = DECIMAL.exec(plain(amount))
  if (!match) {
    throw new RangeError(`"${amount}" is not an amount of money.`)
  }
  const [, sign, whole, fraction = ""] = match
  return { negative: sign === "-", whole, fraction }
}

const minorUnits = (
  { negative, whole, fraction }: ReturnType<typeof split>,
  decimals: number
) => {
  const units = BigInt(
    whole + fraction.slice(0, decimals).padEnd(decimals, "0")
  )
  return negative ? -units : units
}

/**
 * 12.5 KES as 1250n. An amount finer than the currency is refused, since
 * rounding it here would hide money.
 */
export function toMinor(amount: number | string, currency: string): bigint {
  const parts = split(amount)
  const decimals = decimalsOf(currency)
  if (/[1-9]/.test(parts.fraction.slice(decimals))) {
    throw new RangeError(
      `${amount} has more decimals than ${known(currency)}, which has ${decimals}.`
    )
  }
  return minorUnits(parts, decimals)
}

/** As `toMinor`, but a finer amount is rounded, halves away from zero. */
export function roundToMinor(
  amount: number | string,
  currency: string
): bigint {
  const parts = split(amount)
  const decimals = decimalsOf(currency)
  const units = minorUnits({ ...parts, negative: false }, decimals)
  const up = (parts.fraction[decimals] ?? "0") >= "5" ? 1n : 0n
  return parts.negative ? -(units + up) : units + up
}

/** 1250n as "12.50", which databases and wire protocols take. */
export function toDecimal(minor: bigint, currency: string): string {
  const decimals = decimalsOf(currency)
  const digits = (minor < 0n ? -minor : minor)
    .toString()
    .padStart(decimals + 1, "0")
  const sign = minor < 0n ? "-" : ""
  const whole = digits.slice(0, digits.length - decimals)
  return decimals === 0
    ? `${sign}${whole}`
    : `${sign}${whole}.${digits.slice(-decimals)}`
}

/** 1250n as 12.5, which Medusa's modules take. */
export const toAmount = (minor: bigint, currency: string): number =>
  Number(toDecimal(minor, currency))

/** Whether two amounts are the same money. */
export const isSameAmount = (
  one: number | string,
  other: number | string,
  currency: string
) => toMinor(one, currency) === toMinor(other, currency)

/** A part of an amount in hundredths of a per cent, halves away from zero. */
export function shareOf(minor: bigint, basisPoints: number): bigint {
  if (!Number.isInteger(basisPoints)) {
    throw new RangeError(
      `${basisPoints} is not a whole number of basis points.`
    )
  }
  const product = minor * BigInt(basisPoints)
  const half = product < 0n ? -5_000n : 5_000n
  return (product + half) / 10_000n
}

/**
 * Splits an amount by weights without losing a unit: the rest goes to the
 * parts that were rounded down most, the earlier one first.
 */
export function allocate(minor: bigint, weights: readonly number[]): bigint[] {
  if (!weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0)) {
    throw new RangeError("Weights must be whole numbers from 0.")
  }
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (total === 0n) {
    throw new RangeError("At least one weight must be above 0.")
  }
  const size = minor < 0n ? -minor : minor
  const parts = weights.map((weight) => (size * BigInt(weight)) / total)
  const left = size - parts.reduce((sum, part) => sum + part, 0n)
  const byLoss = weights
    .map((weight, index) => ({ index, loss: (size * BigInt(weight)) % total }))
    .sort((one, other) =>
      one.loss === other.loss
        ? one.index - other.index
        : one.loss > other.loss
          ? -1
          : 1
    )
  for (const { index } of byLoss.slice(0, Number(left))) {
    parts[index] += 1n
  }
  return minor < 0n ? parts.map((part) => -part) : parts
}

/** As people read it in their language: `Ksh 1,250.50`. */
export const formatMoney = (minor: bigint, currency: string, locale: string) =>
  new Intl.NumberFormat(locale, {
    style: "currency",
    currency: known(currency),
    // A string keeps every digit where a number would lose some.
  }).format(toDecimal(minor, currency) as Intl.StringNumericLiteral)
