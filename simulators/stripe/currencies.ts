import { invalid } from "./errors"

const SUPPORTED = new Set(
  `usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bif bmd bnd bob
  brl bsd bwp byn bzd cad cdf chf clp cny cop crc cve czk djf dkk dop dzd egp
  etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl hrk htg huf idr ils inr
  isk jmd jpy kes kgs khr kmf krw kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd
  mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd pab pen pgk php
  pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sle sos srd std szl
  thb tjs top try ttd twd tzs uah ugx uyu uzs vnd vuv wst xaf xcd xcg xof xpf
  yer zar zmw bhd jod kwd omr tnd`.split(/\s+/)
)

/**
 * Stripe wants about half a US dollar. It publishes the first group; for the
 * others it converts at the day's rate, for which a round figure stands here.
 */
const MINIMUM: Record<string, number> = {
  usd: 50,
  aed: 200,
  aud: 50,
  brl: 50,
  cad: 50,
  chf: 50,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
  bdt: 6000,
  kes: 6500,
}
const LARGEST = 99_999_999

export function checkCurrency(code: string) {
  const currency = code.toLowerCase()
  if (!SUPPORTED.has(currency)) {
    throw invalid(
      `Invalid currency: ${code.slice(0, 20)}. Stripe currently supports these currencies: ${[...SUPPORTED].join(", ")}`,
      { param: "currency" }
    )
  }
  return currency
}

export function checkAmount(amount: number, currency: string) {
  const least = MINIMUM[currency] ?? 50
  if (amount < least) {
    throw invalid(
      `Amount must convert to at least 50 cents. ${amount} ${currency} is less than ${least}.`,
      { code: "amount_too_small", param: "amount" }
    )
  }
  if (amount > LARGEST) {
    throw invalid("Amount must be no more than $999,999.99", {
      code: "amount_too_large",
      param: "amount",
    })
  }
}
