import { randomUUID } from "node:crypto"
import type { Clock } from "./clock"
import { Problem } from "./problem"

export const PROMPT_ACTIONS = [
  "approve",
  "cancel",
  "timeout",
  "wrong-pin",
  "no-funds",
] as const

export type PromptAction = (typeof PROMPT_ACTIONS)[number]

/** What the shopper did; `deliver` is how often the callback is to be sent. */
export type PromptAnswer = { action: PromptAction; deliver: number }

export type Channel = "sms" | "whatsapp" | "email"

export type Message = {
  id: string
  channel: Channel
  from: string
  subject?: string
  text: string
  at: string
}

export type Prompt = {
  id: string
  amount: number
  currency: string
  merchant: string
  reference?: string
  state: "waiting" | "answered" | "expired"
  action?: PromptAction
  created_at: string
  expires_at: string
  answered_at?: string
}

export type MessageDraft = Omit<Message, "id" | "at">
export type PromptDraft = Pick<
  Prompt,
  "amount" | "currency" | "merchant" | "reference"
> & {
  expiresInMs: number
  /** Called once, whether the person answers or lets the time pass. */
  onAnswer: (answer: PromptAnswer) => void
}

type OpenPrompt = { prompt: Prompt; finish: (answer: PromptAnswer) => void }
type Phone = {
  msisdn: string
  messages: Message[]
  prompts: OpenPrompt[]
  touched: number
}

const PHONES = 1000
const MESSAGES = 500
const PROMPTS = 200

/** Digits only, so that `+254 700…` and `254700…` are one phone. */
export function normalizeMsisdn(input: string) {
  const digits = input.replace(/[\s()+.-]/g, "")
  if (!/^\d{3,15}$/.test(digits)) {
    throw new Problem(
      "invalid_data",
      `"${input.slice(0, 40)}" is not a phone number. Use 3 to 15 digits with the country code, such as 254700000001.`,
      [{ field: "msisdn", message: "3 to 15 digits" }]
    )
  }
  return digits
}

/** The shoppers' phones: what they show, and what their owners press. */
export class Phones {
  private readonly phones = new Map<string, Phone>()
  private readonly cancels = new Set<() => void>()

  constructor(
    private readonly clock: Clock,
    private readonly onChange: (msisdn: string) => void = () => undefined
  ) {}

  message(msisdn: string, draft: MessageDraft): Message {
    const phone = this.touch(msisdn)
    const message = {
      id: `msg_${randomUUID()}`,
      ...draft,
      at: new Date(this.clock.now()).toISOString(),
    }
    phone.messages.push(message)
    phone.messages.splice(0, phone.messages.length - MESSAGES)
    this.onChange(phone.msisdn)
    return message
  }

  prompt(msisdn: string, draft: PromptDraft): Prompt {
    const { onAnswer, expiresInMs, ...shown } = draft
    const phone = this.touch(msisdn)
    const now = this.clock.now()
    const prompt: Prompt = {
      id: `prompt_${randomUUID()}`,
      ...shown,
      state: "waiting",
      created_at: new Date(now).toISOString(),
      expires_at: new Date(now + expiresInMs).toISOString(),
    }
    const finish = (answer: PromptAnswer) => {
      cancel()
      this.cancels.delete(cancel)
      prompt.state = answer.action === "timeout" ? "expired" : "answered"
      prompt.action = answer.action
      prompt.answered_at = new Date(this.clock.now()).toISOString()
      this.onChange(phone.msisdn)
      onAnswer(answer)
    }
    const cancel = this.clock.after(expiresInMs, () =>
      finish({ action: "timeout", deliver: 1 })
    )
    this.cancels.add(cancel)
    phone.prompts.push({ prompt, finish })
    const settled = phone.prompts.findIndex(
      (entry) => entry.prompt.state !== "waiting"
    )
    if (phone.prompts.length > PROMPTS && settled >= 0) {
      phone.prompts.splice(settled, 1)
    }
    this.onChange(phone.msisdn)
    return prompt
  }

  /** Whether a question is open on this phone; networks allow one at a time. */
  isBusy(msisdn: string) {
    return this.show(msisdn).prompts.some(({ state }) => state === "waiting")
  }

  answer(msisdn: string, id: string, answer: PromptAnswer): Prompt {
    const phone = this.phones.get(normalizeMsisdn(msisdn))
    const open = phone?.prompts.find((entry) => entry.prompt.id === id)
    if (!open) {
      throw new Problem(
        "not_found",
        `The phone ${msisdn} has no prompt ${id}. GET /_sim/phones/${msisdn} lists its prompts.`
      )
    }
    if (open.prompt.state !== "waiting") {
      throw new Problem(
        "conflict",
        `The prompt is already ${open.prompt.state}. A prompt takes one answer.`
      )
    }
    open.finish(answer)
    return open.prompt
  }

  show(msisdn: string) {
    const number = normalizeMsisdn(msisdn)
    const phone = this.phones.get(number)
    return {
      msisdn: number,
      messages: phone?.messages ?? [],
      prompts: (phone?.prompts ?? []).map(({ prompt }) => prompt),
    }
  }

  /** The latest used first. */
  list() {
    return [...this.phones.values()]
      .sort((left, right) => right.touched - left.touched)
      .map(({ msisdn, messages, prompts, touched }) => ({
        msisdn,
        messages: messages.length,
        waiting: prompts.filter(({ prompt }) => prompt.state === "waiting")
          .length,
        last_at: new Date(touched).toISOString(),
      }))
  }

  close() {
    this.cancels.forEach((cancel) => cancel())
    this.cancels.clear()
  }

  private touch(msisdn: string): Phone {
    const number = normalizeMsisdn(msisdn)
    const phone: Phone = this.phones.get(number) ?? {
      msisdn: number,
      messages: [],
      prompts: [],
      touched: 0,
    }
    phone.touched = this.clock.now()
    // Re-inserting keeps the map in order of use, so the first is the oldest.
    this.phones.delete(number)
    this.phones.set(number, phone)
    const oldest = this.phones.keys().next()
    if (this.phones.size > PHONES && !oldest.done) {
      this.phones.delete(oldest.value)
    }
    return phone
  }
}
