import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121112254 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "original_box" drop constraint if exists "original_box_product_id_unique";`
    )
    this.addSql(
      `alter table if exists "original_box_order_line" drop constraint if exists "original_box_order_line_box_line_id_unique";`
    )
    this.addSql(
      `alter table if exists "original_box_order_line" drop constraint if exists "original_box_order_line_watch_line_id_unique";`
    )
    this.addSql(
      `alter table if exists "original_box_cart_line" drop constraint if exists "original_box_cart_line_box_line_id_unique";`
    )
    this.addSql(
      `alter table if exists "original_box_cart_line" drop constraint if exists "original_box_cart_line_watch_line_id_unique";`
    )
    this.addSql(
      `create table if not exists "original_box_cart_line" ("id" text not null, "cart_id" text not null, "watch_line_id" text not null, "box_line_id" text not null, "currency_code" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "original_box_cart_line_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_original_box_cart_line_watch_line_id_unique" ON "original_box_cart_line" ("watch_line_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_original_box_cart_line_box_line_id_unique" ON "original_box_cart_line" ("box_line_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_original_box_cart_line_deleted_at" ON "original_box_cart_line" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_original_box_cart_line_cart_id" ON "original_box_cart_line" ("cart_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "original_box_order_line" ("id" text not null, "order_id" text not null, "watch_line_id" text not null, "box_line_id" text not null, "inventory_item_id" text null, "restocked" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "original_box_order_line_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_original_box_order_line_watch_line_id_unique" ON "original_box_order_line" ("watch_line_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_original_box_order_line_box_line_id_unique" ON "original_box_order_line" ("box_line_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_original_box_order_line_deleted_at" ON "original_box_order_line" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_original_box_order_line_order_id" ON "original_box_order_line" ("order_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "original_box" ("id" text not null, "product_id" text not null, "offered" boolean not null default true, "price_set_id" text not null, "inventory_item_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "original_box_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_original_box_product_id_unique" ON "original_box" ("product_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_original_box_deleted_at" ON "original_box" ("deleted_at") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "original_box_cart_line" cascade;`)

    this.addSql(`drop table if exists "original_box_order_line" cascade;`)

    this.addSql(`drop table if exists "original_box" cascade;`)
  }
}
