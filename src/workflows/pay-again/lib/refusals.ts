import { Refusal } from "../../refusal"

const notAllowed = (code: string, message: string) =>
  new Refusal(code, message, { kind: "NOT_ALLOWED" })

export const alreadyPaid = () =>
  notAllowed("already_paid", "This order is paid.")

export const notPayable = () =>
  notAllowed(
    "not_payable",
    "This order cannot be paid here any more. Order again."
  )

/** A phone that was asked, or a card at its bank, has the word first. */
export const undecided = (seconds: number) =>
  new Refusal(
    "payment_undecided",
    `This order may be being paid right now. Answer the phone, or choose another way in ${seconds} seconds.`,
    { kind: "CONFLICT", retry_after: seconds }
  )

export const changedMeanwhile = () =>
  new Refusal(
    "conflict",
    "Another way of paying was chosen in the same moment. Read the payment again.",
    { kind: "CONFLICT" }
  )
