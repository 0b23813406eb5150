import type { Context } from "@medusajs/framework/types"
import {
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { type Sql, sqlIn } from "../sql"
import * as items from "./lists/items"
import * as lists from "./lists/lists"
import * as merge from "./lists/merge"
import { listWanted, type WantedPage } from "./lists/wanted"
import * as watch from "./lists/watch"
import * as models from "./models"
import {
  ITEMS_PER_LIST,
  LISTS_PER_CUSTOMER,
  type Look,
  type Notify,
  type WishlistRow,
} from "./types"

/**
 * Each change is one method and one transaction, and each can be taken back.
 * Locks are taken in one order: the customer, the guest's list, the list, its
 * entries. Reading is Medusa's own `list…` where nothing is counted.
 */
export class WishlistService extends MedusaService(models) {
  async createList(list: lists.NewList, most = LISTS_PER_CUSTOMER) {
    return this.write((sql) => lists.createList(sql, list, most))
  }

  async updateList(id: string, change: lists.ListChange) {
    return this.write((sql) => lists.updateList(sql, id, change))
  }

  async undoUpdate(before: lists.Before) {
    return this.write((sql) => lists.undoUpdate(sql, before))
  }

  async deleteList(id: string) {
    return this.write((sql) => lists.deleteList(sql, id))
  }

  async deleteListsOf(customerId: string) {
    return this.write((sql) => lists.deleteListsOf(sql, customerId))
  }

  async restoreList(list: WishlistRow) {
    return this.write((sql) => lists.restoreList(sql, list))
  }

  async shareList(id: string, token: string) {
    return this.write((sql) => lists.shareList(sql, id, token))
  }

  async unshareList(id: string) {
    return this.write((sql) => lists.unshareList(sql, id))
  }

  async setShare(id: string, token: string | null) {
    return this.write((sql) => lists.setShare(sql, id, token))
  }

  async mergeList(input: merge.MergeInput, most = ITEMS_PER_LIST) {
    return this.write((sql) => merge.mergeList(sql, input, most))
  }

  async undoMerge(merged: Parameters<typeof merge.undoMerge>[1]) {
    return this.write((sql) => merge.undoMerge(sql, merged))
  }

  async countItems(listIds: readonly string[]) {
    return this.write((sql) => items.countItems(sql, listIds))
  }

  async addItem(item: items.NewItem, most = ITEMS_PER_LIST) {
    return this.write((sql) => items.addItem(sql, item, most))
  }

  async notifyItem(place: { id: string; wishlist_id: string }, notify: Notify) {
    return this.write((sql) => items.notifyItem(sql, place, notify))
  }

  async removeItem(place: { id: string; wishlist_id: string }) {
    return this.write((sql) => items.removeItem(sql, place))
  }

  async restoreItem(id: string) {
    return this.write((sql) => items.restoreItem(sql, id))
  }

  async listWatched(page: watch.WatchPage) {
    return this.write((sql) => watch.listWatched(sql, page))
  }

  async noteLooks(looks: readonly Look[]) {
    return this.write((sql) => watch.noteLooks(sql, looks))
  }

  async claimNews(limit: number) {
    return this.write((sql) => watch.claimNews(sql, limit))
  }

  async forgetNews(ids: readonly string[]) {
    return this.write((sql) => watch.forgetNews(sql, ids))
  }

  async purge(patience: watch.Patience, limit: number) {
    return this.write((sql) => watch.purge(sql, patience, limit))
  }

  async listWanted(page: WantedPage) {
    return this.write((sql) => listWanted(sql, page))
  }

  private write<T>(work: (sql: Sql) => Promise<T>) {
    return this.write_(work)
  }

  @InjectTransactionManager()
  protected async write_<T>(
    work: (sql: Sql) => Promise<T>,
    @MedusaContext() context: Context = {}
  ): Promise<T> {
    return work(sqlIn(context))
  }
}
