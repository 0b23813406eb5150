import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121113925 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "wishlist" drop constraint if exists "wishlist_share_token_unique";`
    )
    this.addSql(
      `alter table if exists "wishlist" drop constraint if exists "wishlist_token_hash_unique";`
    )
    this.addSql(
      `create table if not exists "wishlist" ("id" text not null, "name" text not null, "customer_id" text null, "is_default" boolean not null default false, "token_hash" text null, "share_token" text null, "merged_into" text null, "merged_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "wishlist_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_wishlist_deleted_at" ON "wishlist" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_wishlist_customer_id" ON "wishlist" ("customer_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_wishlist_one_default" ON "wishlist" ("customer_id") WHERE is_default and customer_id is not null and deleted_at is null;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_wishlist_token_hash_unique" ON "wishlist" ("token_hash") WHERE token_hash is not null and deleted_at is null;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_wishlist_share_token_unique" ON "wishlist" ("share_token") WHERE share_token is not null and deleted_at is null;`
    )

    this.addSql(
      `create table if not exists "wishlist_item" ("id" text not null, "wishlist_id" text not null, "product_id" text not null, "variant_id" text null, "notify_back_in_stock" boolean not null default true, "notify_price_drop" boolean not null default true, "sales_channel_id" text null, "region_id" text null, "seen_in_stock" boolean null, "seen_price" numeric null, "seen_currency" text null, "seen_no" integer not null default 0, "raw_seen_price" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "wishlist_item_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_wishlist_item_wishlist_id" ON "wishlist_item" ("wishlist_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_wishlist_item_deleted_at" ON "wishlist_item" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_wishlist_item_one_variant" ON "wishlist_item" ("wishlist_id", "product_id", "variant_id") WHERE variant_id is not null and deleted_at is null;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_wishlist_item_one_product" ON "wishlist_item" ("wishlist_id", "product_id") WHERE variant_id is null and deleted_at is null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_wishlist_item_product_id_id" ON "wishlist_item" ("product_id", "id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "wishlist_news" ("id" text not null, "kind" text check ("kind" in ('back_in_stock', 'price_dropped')) not null, "item_id" text not null, "wishlist_id" text not null, "customer_id" text null, "product_id" text not null, "variant_id" text null, "price" numeric null, "previous_price" numeric null, "currency_code" text null, "busy_until" timestamptz null, "raw_price" jsonb null, "raw_previous_price" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "wishlist_news_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_wishlist_news_deleted_at" ON "wishlist_news" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_wishlist_news_busy_until" ON "wishlist_news" ("busy_until") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "wishlist_item" add constraint "wishlist_item_wishlist_id_foreign" foreign key ("wishlist_id") references "wishlist" ("id") on update cascade on delete cascade;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "wishlist_item" drop constraint if exists "wishlist_item_wishlist_id_foreign";`
    )

    this.addSql(`drop table if exists "wishlist" cascade;`)

    this.addSql(`drop table if exists "wishlist_item" cascade;`)

    this.addSql(`drop table if exists "wishlist_news" cascade;`)
  }
}
