import { first, newId, type Sql } from "../../sql"
import type { WishlistRow } from "../types"

const LIVE = "deleted_at is null"

/**
 * What a customer has many of, or one of, is decided one caller after the
 * other. Taken before any list is locked.
 */
export const lockCustomer = (sql: Sql, customerId: string) =>
  sql("select pg_advisory_xact_lock(hashtextextended(?, 0))", [
    `wishlists:${customerId}`,
  ])

/** Nothing else happens to a list while its entries are counted and changed. */
export const lockList = (sql: Sql, id: string) =>
  first(
    sql<WishlistRow>(
      `select * from wishlist where id = ? and ${LIVE} for update`,
      [id]
    )
  )

const countOf = async (sql: Sql, customerId: string) => {
  const [{ lists }] = await sql<{ lists: number }>(
    `select count(*)::int as lists from wishlist
      where customer_id = ? and ${LIVE}`,
    [customerId]
  )
  return lists
}

const dethrone = (sql: Sql, customerId: string) =>
  sql(
    `update wishlist set is_default = false, updated_at = now()
      where customer_id = ? and is_default and ${LIVE}`,
    [customerId]
  )

export type NewList = {
  name: string
  customer_id: string | null
  token_hash: string | null
  is_default?: boolean
}

const insert = async (sql: Sql, list: NewList) => {
  const [row] = await sql<WishlistRow>(
    `insert into wishlist (id, name, customer_id, token_hash, is_default)
     values (?, ?, ?, ?, ?) returning *`,
    [
      newId("wish"),
      list.name,
      list.customer_id,
      list.token_hash,
      list.is_default ?? false,
    ]
  )
  return row
}

/** The first list of a customer is the default one; undefined beyond `most`. */
export async function createList(
  sql: Sql,
  list: NewList,
  most: number
): Promise<WishlistRow | undefined> {
  const { customer_id } = list
  if (!customer_id) {
    return insert(sql, { ...list, is_default: true })
  }
  await lockCustomer(sql, customer_id)
  const lists = await countOf(sql, customer_id)
  if (lists >= most) {
    return undefined
  }
  const is_default = Boolean(list.is_default) || lists === 0
  if (is_default) {
    await dethrone(sql, customer_id)
  }
  return insert(sql, { ...list, is_default })
}

/** The default list of a customer, which is made when there is none. */
export async function defaultOf(sql: Sql, customerId: string, name: string) {
  const found = await first(
    sql<WishlistRow>(
      `select * from wishlist
        where customer_id = ? and ${LIVE}
        order by is_default desc, created_at, id limit 1 for update`,
      [customerId]
    )
  )
  return found
    ? { list: found, made: false }
    : {
        list: await insert(sql, {
          name,
          customer_id: customerId,
          token_hash: null,
          is_default: true,
        }),
        made: true,
      }
}

export type ListChange = { name?: string; is_default?: true }

/** As a list was, and which was the default one, to take a change back. */
export type Before = { list: WishlistRow; default_id: string | null }

const defaultId = async (sql: Sql, customerId: string | null) =>
  (
    await first(
      sql<{ id: string }>(
        `select id from wishlist
          where customer_id = ? and is_default and ${LIVE}`,
        [customerId]
      )
    )
  )?.id ?? null

/** Whose a list is never changes, so that it may be read before the lock. */
async function lockOwner(sql: Sql, id: string) {
  const list = await first(
    sql<WishlistRow>(`select * from wishlist where id = ? and ${LIVE}`, [id])
  )
  if (list?.customer_id) {
    await lockCustomer(sql, list.customer_id)
  }
}

export async function updateList(
  sql: Sql,
  id: string,
  { name, is_default }: ListChange
): Promise<Before | undefined> {
  await lockOwner(sql, id)
  const list = await lockList(sql, id)
  if (!list) {
    return undefined
  }
  const default_id = await defaultId(sql, list.customer_id)
  if (is_default && list.customer_id) {
    await dethrone(sql, list.customer_id)
  }
  await sql(
    `update wishlist set name = coalesce(?, name),
            is_default = is_default or ?, updated_at = now()
      where id = ?`,
    [name ?? null, list.is_default || Boolean(is_default), id]
  )
  return { list, default_id }
}

/** Takes a change back. */
export async function undoUpdate(sql: Sql, { list, default_id }: Before) {
  await lockOwner(sql, list.id)
  if (list.customer_id) {
    await dethrone(sql, list.customer_id)
    await sql(
      `update wishlist set is_default = true where id = ? and ${LIVE}`,
      [default_id]
    )
    await crown(sql, list.customer_id)
  }
  await sql(
    `update wishlist set name = ?, updated_at = now() where id = ? and ${LIVE}`,
    [list.name, list.id]
  )
}

/** A customer who has lists has a default one: the oldest, if none was chosen. */
async function crown(sql: Sql, customerId: string) {
  await sql(
    `update wishlist set is_default = true, updated_at = now()
      where id = (select id from wishlist
                   where customer_id = ? and ${LIVE}
                   order by created_at, id limit 1)
        and not exists (select 1 from wishlist
                         where customer_id = ? and is_default and ${LIVE})`,
    [customerId, customerId]
  )
}

/** Deleted ones are kept a while, so that deleting can be taken back. */
export async function deleteList(sql: Sql, id: string) {
  await lockOwner(sql, id)
  const deleted = await first(
    sql<WishlistRow>(
      `update wishlist set deleted_at = now(), updated_at = now()
        where id = ? and ${LIVE} returning *`,
      [id]
    )
  )
  if (deleted?.customer_id) {
    await crown(sql, deleted.customer_id)
  }
  return deleted
}

/** All of somebody who is gone. */
export async function deleteListsOf(sql: Sql, customerId: string) {
  await lockCustomer(sql, customerId)
  return sql<WishlistRow>(
    `update wishlist set deleted_at = now(), updated_at = now()
      where customer_id = ? and ${LIVE} returning *`,
    [customerId]
  )
}

/** Takes a deletion back; who was the default list is it again. */
export async function restoreList(sql: Sql, list: WishlistRow) {
  if (list.customer_id) {
    await lockCustomer(sql, list.customer_id)
    if (list.is_default) {
      await dethrone(sql, list.customer_id)
    }
  }
  await sql(
    `update wishlist set deleted_at = null, updated_at = now()
      where id = ? and deleted_at is not null`,
    [list.id]
  )
}

/** One link at a time: who asks twice is given the same one. */
export async function shareList(sql: Sql, id: string, token: string) {
  const list = await lockList(sql, id)
  if (!list) {
    return undefined
  }
  if (list.share_token) {
    return { share_token: list.share_token, made: false }
  }
  await setShare(sql, id, token)
  return { share_token: token, made: true }
}

export const setShare = (sql: Sql, id: string, token: string | null) =>
  sql(
    `update wishlist set share_token = ?, updated_at = now()
      where id = ? and ${LIVE}`,
    [token, id]
  )

export async function unshareList(sql: Sql, id: string) {
  const list = await lockList(sql, id)
  if (list?.share_token) {
    await setShare(sql, id, null)
  }
  return list
}
