import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121124454 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "product_cost" drop constraint if exists "product_cost_product_id_unique";`
    )
    this.addSql(
      `create table if not exists "product_cost" ("id" text not null, "product_id" text not null, "amount" numeric not null, "currency_code" text not null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "product_cost_pkey" primary key ("id"), constraint CK_product_cost_amount_not_negative check ("amount" >= 0));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_product_cost_product_id_unique" ON "product_cost" ("product_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_product_cost_deleted_at" ON "product_cost" ("deleted_at") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "product_cost" cascade;`)
  }
}
