import { type DarajaEvent, type Desk, messageReversed } from "./announce"
import { openCredential } from "./credential"
import { invalid } from "./errors"
import { address, amount, type Fields, matching, remarks, text } from "./fields"
import {
  newConversationId,
  newMerchantRequestId,
  newReceipt,
  type Payment,
} from "./ledger"
import { compactTime } from "./nairobi"
import { wordsOf } from "./outcomes"

type Parameters = Record<string, string | number | undefined>

/** What became of a request, in the end. */
type Finished = {
  code: string
  /** The receipt of what was done, for what did something. */
  transactionId?: string
  parameters?: Parameters
}

const RECEIPT = /^[A-Z0-9]{10}$/

/** Work that Safaricom takes on at once and answers later. */
export function createRequests(desk: Desk) {
  const { frame, ledger, tell } = desk
  /** By what the shop was told of each reversal: the payment it is about. */
  const reversals = new Map<string, Payment>()

  function later(
    kind: "status" | "reversal",
    fields: Fields,
    work: (originator: string) => Finished
  ) {
    matching(fields, "Initiator", /^\S+$/)
    matching(fields, "SecurityCredential", /^[A-Za-z0-9+/=]{100,}$/)
    const resultUrl = address(fields, "ResultURL")
    const timeoutUrl = address(fields, "QueueTimeOutURL")
    const conversation = {
      OriginatorConversationID: newMerchantRequestId(),
      ConversationID: newConversationId(compactTime(frame.clock.now())),
    }
    const { result_delay_ms, results } = frame.config()
    frame.clock.after(result_delay_ms, () => {
      const finished = isInitiator(fields)
        ? work(conversation.OriginatorConversationID)
        : { code: "2001" }
      const event: DarajaEvent = `${kind}.${results}`
      tell(
        event,
        results === "result" ? resultUrl : timeoutUrl,
        results === "result"
          ? resultBody(conversation, finished)
          : resultBody(conversation, { code: "1" }, "The request timed out.")
      )
    })
    return {
      ...conversation,
      ResponseCode: "0",
      ResponseDescription: "Accept the service request successfully.",
    }
  }

  function isInitiator(fields: Fields) {
    const { initiator_name, initiator_password } = frame.config()
    return (
      text(fields, "Initiator") === initiator_name &&
      openCredential(text(fields, "SecurityCredential")) === initiator_password
    )
  }

  function statusOf(payment: Payment | undefined): Finished {
    if (!payment) {
      return { code: "R000002" }
    }
    const { shortcode, merchant } = frame.config()
    const time = Number(compactTime(payment.at))
    return {
      code: "0",
      parameters: {
        DebitPartyName: `${payment.msisdn} - AMINA`,
        CreditPartyName: `${shortcode} - ${merchant}`,
        ReceiptNo: payment.receipt,
        Amount: payment.amount,
        TransactionStatus: "Completed",
        ReasonType: undefined,
        InitiatedTime: time,
        FinalisedTime: time,
      },
    }
  }

  function reverse(payment: Payment | undefined): Finished {
    const { reversal_code, merchant, shortcode } = frame.config()
    if (reversal_code !== null) {
      return { code: reversal_code }
    }
    if (!payment || payment.reversedBy) {
      return { code: payment ? "R000001" : "R000002" }
    }
    const now = frame.clock.now()
    const transactionId = ledger.reverse(payment)
    messageReversed(desk, payment, now)
    return {
      code: "0",
      transactionId,
      parameters: {
        DebitAccountBalance: `Utility Account|KES|${ledger.balance.toFixed(2)}`,
        Amount: payment.amount,
        TransCompletedTime: Number(compactTime(now)),
        OriginalTransactionID: payment.receipt,
        Charge: 0,
        CreditPartyPublicName: `${payment.msisdn} - AMINA`,
        DebitPartyPublicName: `${shortcode} - ${merchant}`,
      },
    }
  }

  function askStatus(fields: Fields) {
    matching(fields, "CommandID", /^TransactionStatusQuery$/)
    matching(fields, "PartyA", /^\d{5,12}$/)
    matching(fields, "IdentifierType", /^[124]$/)
    remarks(fields, "Remarks", { max: 100 })
    const original = text(fields, "OriginalConversationID")
    const receipt = original
      ? undefined
      : matching(fields, "TransactionID", RECEIPT)
    return later("status", fields, () =>
      statusOf(
        receipt === undefined
          ? reversals.get(original)
          : ledger.payment(receipt)
      )
    )
  }

  function askReversal(fields: Fields) {
    matching(fields, "CommandID", /^TransactionReversal$/)
    matching(fields, "RecieverIdentifierType", /^11$/)
    remarks(fields, "Remarks", { min: 2, max: 100 })
    if (text(fields, "ReceiverParty") !== frame.config().shortcode) {
      throw invalid("ReceiverParty")
    }
    const sum = amount(fields)
    const payment = ledger.payment(matching(fields, "TransactionID", RECEIPT))
    // Nobody has seen a part go back, so only the whole does here.
    if (payment && payment.amount !== sum) {
      throw invalid("Amount")
    }
    return later("reversal", fields, (originator) => {
      if (payment) {
        reversals.set(originator, payment)
      }
      return reverse(payment)
    })
  }

  return { askStatus, askReversal }
}

function resultBody(
  conversation: object,
  { code, transactionId = newReceipt(), parameters }: Finished,
  description = wordsOf(code)
) {
  return {
    Result: {
      ResultType: 0,
      ResultCode: /^\d+$/.test(code) ? Number(code) : code,
      ResultDesc: description,
      ...conversation,
      TransactionID: transactionId,
      ...(parameters
        ? {
            ResultParameters: {
              ResultParameter: Object.entries(parameters).map(
                ([Key, Value]) => ({ Key, Value })
              ),
            },
          }
        : {}),
      ReferenceData: { ReferenceItem: { Key: "Occasion" } },
    },
  }
}
