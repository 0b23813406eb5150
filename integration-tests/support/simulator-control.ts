import { call } from "./call"

/** One scripted fault; the stand-in's own documentation lists the kinds. */
export type Fault = { kind: string; [option: string]: unknown }

export type JournalEntry = {
  method: string
  path: string
  [detail: string]: unknown
}

export type Prompt = {
  id: string
  amount: number
  merchant: string
  state: "waiting" | "answered" | "expired"
}

export type Phone = {
  messages: Record<string, unknown>[]
  prompts: Prompt[]
}

export type PromptAnswer = {
  action: "approve" | "cancel" | "timeout" | "wrong-pin" | "no-funds"
  /** How many times the callback is sent. */
  deliver?: number
}

export type SimulatorControl = {
  list(): Promise<unknown>
  faults(name: string, faults: Fault[]): Promise<void>
  clearFaults(name: string): Promise<void>
  config(name: string, config: Record<string, unknown>): Promise<void>
  journal(name: string): Promise<JournalEntry[]>
  clearJournal(name: string): Promise<void>
  phone(msisdn: string): Promise<Phone>
  answer(msisdn: string, prompt: string, answer: PromptAnswer): Promise<void>
}

/** The simulators' control API, typed. Throws a sentence on any refusal. */
export function simulatorControl(url: string): SimulatorControl {
  const ask = async <T>(path: string, method = "GET", body?: object) => {
    const reply = await call<T>(`${url}/_sim${path}`, { method, body })
    if (reply.status >= 400) {
      throw new Error(
        `The simulators answered ${reply.status} to ${method} /_sim${path}: ${JSON.stringify(reply.body)}`
      )
    }
    return reply.body
  }
  return {
    list: () => ask(""),
    async faults(name, faults) {
      await ask(`/${name}/faults`, "POST", faults)
    },
    async clearFaults(name) {
      await ask(`/${name}/faults`, "POST", [])
    },
    async config(name, config) {
      await ask(`/${name}/config`, "PUT", config)
    },
    journal: (name) => ask<JournalEntry[]>(`/${name}/journal`),
    async clearJournal(name) {
      await ask(`/${name}/journal`, "DELETE")
    },
    phone: (msisdn) => ask<Phone>(`/phones/${encodeURIComponent(msisdn)}`),
    async answer(msisdn, prompt, answer) {
      await ask(
        `/phones/${encodeURIComponent(msisdn)}/prompts/${prompt}`,
        "POST",
        answer
      )
    },
  }
}
