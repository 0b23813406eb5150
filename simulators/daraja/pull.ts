import type { Desk } from "./announce"
import { invalid, requestId } from "./errors"
import { address, type Fields, matching, msisdn, text } from "./fields"
import { compactTime, readTime } from "./nairobi"

const KEPT = 48 * 3_600_000

const reply = (code: string, message: string, rows?: object[]) => ({
  ResponseRefID: requestId(),
  ResponseCode: code,
  ResponseMessage: message,
  ...(rows ? { Response: [rows] } : {}),
})

export function createPull({ frame, ledger }: Desk) {
  let isRegistered = false

  function checkShortCode(fields: Fields) {
    if (text(fields, "ShortCode") !== frame.config().shortcode) {
      throw invalid("ShortCode")
    }
  }

  function instant(fields: Fields, name: string) {
    const at = readTime(
      matching(fields, name, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
    )
    if (at === undefined) {
      throw invalid(name)
    }
    return at
  }

  function register(fields: Fields) {
    checkShortCode(fields)
    matching(fields, "RequestType", /^Pull$/)
    msisdn(fields, "NominatedNumber")
    address(fields, "CallBackURL")
    const was = isRegistered
    isRegistered = true
    return was
      ? reply("1001", "ShortCode already Registered")
      : reply("1000", "ShortCode Registered Successfully")
  }

  function query(fields: Fields) {
    checkShortCode(fields)
    const [from, to] = [
      instant(fields, "StartDate"),
      instant(fields, "EndDate"),
    ]
    const offset = Number(matching(fields, "OffSetValue", /^\d{1,9}$/))
    const since = Math.max(from, frame.clock.now() - KEPT)
    const rows = ledger
      .paymentsSince(since)
      .filter(({ at }) => at <= to)
      .slice(offset)
      .map((payment) => ({
        transactionId: payment.receipt,
        trxDate: compactTime(payment.at).replace(
          /(....)(..)(..)(..)(..)(..)/,
          "$1-$2-$3T$4:$5:$6Z"
        ),
        msisdn: Number(payment.msisdn.slice(3)),
        sender: "MPESA",
        transactiontype:
          payment.type === "CustomerPayBillOnline"
            ? "c2b-pay-bill-debit"
            : "c2b-buy-goods-debit",
        billreference: payment.reference,
        amount: payment.amount.toFixed(2),
        organizationname: frame.config().merchant,
      }))
    return isRegistered && rows.length
      ? reply("1000", "Success", rows)
      : reply("1001", "No transactions found")
  }

  return { register, query }
}
