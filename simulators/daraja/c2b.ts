import { type Desk, messagePaid } from "./announce"
import { DarajaError, invalid, requestId } from "./errors"
import { address, amount, type Fields, matching, msisdn, text } from "./fields"
import type { Payment } from "./ledger"
import { compactTime } from "./nairobi"

/** Announces money that came in, to whoever asked to be told. */
export type Confirm = (payment: Payment) => void

const masked = (number: string) =>
  `${number.slice(0, 4)} ***** ${number.slice(-3)}`

const decimals = (sum: number) => sum.toFixed(2)

export function createC2b(desk: Desk) {
  const { frame, ledger, tell } = desk
  let confirmationUrl: string | undefined

  const confirm: Confirm = (payment) => {
    if (!confirmationUrl) {
      return
    }
    const isPayBill = payment.type === "CustomerPayBillOnline"
    tell("c2b.confirmation", confirmationUrl, {
      TransactionType: isPayBill ? "Pay Bill" : "Buy Goods",
      TransID: payment.receipt,
      TransTime: compactTime(payment.at),
      TransAmount: decimals(payment.amount),
      BusinessShortCode: frame.config().shortcode,
      BillRefNumber: isPayBill ? payment.reference : "",
      InvoiceNumber: "",
      OrgAccountBalance: decimals(ledger.balance),
      ThirdPartyTransID: "",
      MSISDN: masked(payment.msisdn),
      FirstName: "AMINA",
      MiddleName: "",
      LastName: "",
    })
  }

  function checkShortCode(fields: Fields) {
    if (text(fields, "ShortCode") !== frame.config().shortcode) {
      throw invalid("ShortCode")
    }
  }

  function register(fields: Fields) {
    checkShortCode(fields)
    matching(fields, "ResponseType", /^(Completed|Cancelled)$/)
    address(fields, "ValidationURL")
    const url = address(fields, "ConfirmationURL")
    if (confirmationUrl && frame.config().register_once) {
      throw new DarajaError(500, "500.003.1001", "Urls are already registered")
    }
    confirmationUrl = url
    return {
      // Safaricom's own spelling.
      OriginatorCoversationID: requestId(),
      ResponseCode: "0",
      ResponseDescription: "Success",
    }
  }

  /** A shopper who pays from the menu of the phone, without a prompt. */
  function simulate(fields: Fields) {
    checkShortCode(fields)
    const command = matching(
      fields,
      "CommandID",
      /^Customer(PayBill|BuyGoods)Online$/
    )
    const payment = ledger.book({
      msisdn: msisdn(fields, "Msisdn"),
      amount: amount(fields),
      reference: text(fields, "BillRefNumber").slice(0, 20),
      type:
        command === "CustomerPayBillOnline"
          ? "CustomerPayBillOnline"
          : "CustomerBuyGoodsOnline",
      at: frame.clock.now(),
    })
    messagePaid(desk, payment)
    confirm(payment)
    return {
      OriginatorCoversationID: requestId(),
      ResponseCode: "0",
      ResponseDescription: "Accept the service request successfully.",
    }
  }

  return { confirm, register, simulate }
}
