import { report } from "./differences"
import { enter } from "./entries"
import { lockAwaited } from "./awaited"
import { attemptBy } from "./attempts"
import { requestReturn } from "./returns"
import type { AttemptRow, AwaitedRow } from "./rows"
import { first, type Sql } from "./sql"

export type Proof = {
  attempt_id: string
  receipt?: string
  amount?: number
  currency_code?: string
  /** `provider` for a callback or query, `job`, or the member of staff. */
  actor: string
  source: "callback" | "query" | "receipt" | "books" | "staff"
}

/**
 * - `settle`: the order takes this money; the caller holds it for a minute
 * - `busy`: somebody else is doing that right now
 * - `settled`: it was done before
 * - `surplus`: the order cannot take it; it is on its way back
 * - `mismatch`: it is not what was asked for; a person looks at it
 */
export type Verdict = {
  verdict: "settle" | "busy" | "settled" | "surplus" | "mismatch"
  attempt: AttemptRow
  awaited: AwaitedRow
}

const LEASE = "interval '60 seconds'"

/**
 * The one place where a provider's proof becomes money of an order. Both rows
 * are locked, the awaited payment first.
 */
export async function acceptProof(sql: Sql, proof: Proof): Promise<Verdict> {
  const known = await attemptBy(sql, "id", proof.attempt_id)
  const awaited = (await lockAwaited(
    sql,
    known?.awaited_id ?? ""
  )) as AwaitedRow
  const attempt = (await first(
    sql<AttemptRow>("select * from payment_attempt where id = ? for update", [
      proof.attempt_id,
    ])
  )) as AttemptRow
  const answer = (verdict: Verdict["verdict"]) => ({
    verdict,
    attempt,
    awaited,
  })

  const wrong = await whatIsWrong(sql, attempt, proof)
  if (wrong) {
    await mismatch(sql, attempt, awaited, proof, wrong)
    return answer("mismatch")
  }
  await learnReceipt(sql, attempt, proof)
  if (attempt.state === "settled" || attempt.state === "surplus") {
    return answer(attempt.state)
  }
  const chosen = awaited.settled_by === attempt.id
  if (awaited.state === "settling" && chosen) {
    return answer((await takeLease(sql, awaited.id)) ? "settle" : "busy")
  }
  if (awaited.state === "waiting") {
    await move(sql, attempt, proof, "paid")
    await sql(
      `update awaited_payment set state = 'settling', settled_by = ?,
         driver = ?, busy_until = now() + ${LEASE}, updated_at = now()
       where id = ?`,
      // The shopper may have chosen another method since.
      [attempt.id, attempt.driver, awaited.id]
    )
    return answer("settle")
  }
  await move(sql, attempt, proof, "surplus")
  await requestReturn(sql, {
    attempt_id: attempt.id,
    way: "reversal",
    cause: "surplus",
    amount: Number(attempt.amount),
    requested_by: "job",
    note: awaited.state === "paid" ? "Paid twice" : "Paid too late",
  })
  return answer("surplus")
}

async function whatIsWrong(sql: Sql, attempt: AttemptRow, proof: Proof) {
  const { currency_code } = attempt
  if (proof.amount !== undefined && proof.amount !== Number(attempt.amount)) {
    return `asked for ${Number(attempt.amount)}, got ${proof.amount}`
  }
  if (proof.currency_code && proof.currency_code !== currency_code) {
    return `asked for ${currency_code}, got ${proof.currency_code}`
  }
  if (proof.receipt && attempt.receipt && proof.receipt !== attempt.receipt) {
    return `has receipt ${attempt.receipt}, got ${proof.receipt}`
  }
  const holder = proof.receipt
    ? await attemptBy(sql, "receipt", proof.receipt)
    : undefined
  return holder && holder.id !== attempt.id
    ? `receipt ${proof.receipt} belongs to attempt ${holder.id}`
    : undefined
}

async function mismatch(
  sql: Sql,
  attempt: AttemptRow,
  awaited: AwaitedRow,
  proof: Proof,
  wrong: string
) {
  await sql(
    `update payment_attempt set state = 'mismatch', ended_at = now(),
       next_check_at = null, updated_at = now()
     where id = ? and state in ('created', 'asked', 'unknown', 'refused', 'failed')`,
    [attempt.id]
  )
  await report(sql, {
    driver: attempt.driver,
    kind: "mismatch",
    reference: `${attempt.id} ${proof.receipt ?? proof.amount ?? ""}`.trim(),
    attempt_id: attempt.id,
    order_id: awaited.order_id,
    amount: proof.amount ?? null,
    currency_code: proof.currency_code ?? attempt.currency_code,
    detail: { wrong, receipt: proof.receipt, source: proof.source },
  })
  await enter(sql, {
    awaited_id: awaited.id,
    attempt_id: attempt.id,
    what: "mismatch",
    actor: proof.actor,
    detail: { wrong },
  })
}

/** A query proves without a receipt; it may come later. */
const learnReceipt = (sql: Sql, attempt: AttemptRow, { receipt }: Proof) =>
  receipt &&
  sql(
    `update payment_attempt set receipt = ?, updated_at = now()
     where id = ? and receipt is null`,
    [receipt, attempt.id]
  )

/** Whoever works on a row alone; false when somebody else does. */
export async function takeLease(sql: Sql, awaitedId: string) {
  const rows = await sql<{ id: string }>(
    `update awaited_payment set busy_until = now() + ${LEASE}
     where id = ? and (busy_until is null or busy_until < now()) returning id`,
    [awaitedId]
  )
  return rows.length > 0
}

async function move(
  sql: Sql,
  attempt: AttemptRow,
  proof: Proof,
  state: "paid" | "surplus"
) {
  await sql(
    `update payment_attempt set state = ?, settled_by = ?, reason = null,
       code = null, ended_at = now(), next_check_at = null, updated_at = now()
     where id = ?`,
    [state, proof.actor, attempt.id]
  )
  await enter(sql, {
    awaited_id: attempt.awaited_id,
    attempt_id: attempt.id,
    what: state,
    actor: proof.actor,
    detail: { source: proof.source, receipt: proof.receipt },
  })
}
