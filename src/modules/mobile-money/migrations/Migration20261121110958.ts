import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121110958 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_awaited_payment_id" ON "awaited_payment" ("id") WHERE closed_at is null and deleted_at is null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_awaited_payment_id";`)
  }
}
