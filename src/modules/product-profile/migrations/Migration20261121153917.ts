import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121153917 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "variant_profile" drop constraint if exists "variant_profile_variant_id_unique";`
    )
    this.addSql(
      `alter table if exists "recent_view" drop constraint if exists "recent_view_customer_id_product_id_unique";`
    )
    this.addSql(
      `alter table if exists "product_profile" drop constraint if exists "product_profile_meta_title_key_unique";`
    )
    this.addSql(
      `alter table if exists "product_profile" drop constraint if exists "product_profile_product_id_unique";`
    )
    this.addSql(
      `create table if not exists "product_profile" ("id" text not null, "product_id" text not null, "brand" text null, "short_description" text null, "meta_title" text null, "meta_title_key" text null, "meta_description" text null, "features" text[] not null default '{}', "specifications" jsonb null, "has_warranty" boolean not null default false, "warranty" text null, "video_url" text null, "featured" boolean not null default false, "low_stock_threshold" integer null, "sku_prefix" text null, "inactive_variants" text[] not null default '{}', "view_count" integer not null default 0, "sold_count" integer not null default 0, "rating_average" real null, "rating_count" integer not null default 0, "rating_version" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "product_profile_pkey" primary key ("id"), constraint CK_product_profile_short_description_length check (char_length("short_description") <= 1000), constraint CK_product_profile_meta_title_length check (char_length("meta_title") <= 255), constraint CK_product_profile_meta_description_length check (char_length("meta_description") <= 1000), constraint CK_product_profile_brand_length check (char_length("brand") <= 100), constraint CK_product_profile_warranty_length check (char_length("warranty") <= 1000), constraint CK_product_profile_video_url_length check (char_length("video_url") <= 2048), constraint CK_product_profile_sku_prefix_length check (char_length("sku_prefix") <= 50), constraint CK_product_profile_low_stock_threshold_not_negative check ("low_stock_threshold" >= 0), constraint CK_product_profile_view_count_not_negative check ("view_count" >= 0), constraint CK_product_profile_sold_count_not_negative check ("sold_count" >= 0), constraint CK_product_profile_rating_count_not_negative check ("rating_count" >= 0), constraint CK_product_profile_rating_average_range check ("rating_average" between 1 and 5));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_product_profile_product_id_unique" ON "product_profile" ("product_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_product_profile_meta_title_key_unique" ON "product_profile" ("meta_title_key") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_product_profile_deleted_at" ON "product_profile" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_product_profile_brand" ON "product_profile" ("brand") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_product_profile_featured" ON "product_profile" ("featured") WHERE featured and deleted_at is null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_product_profile_sold_count" ON "product_profile" ("sold_count") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_product_profile_rating_average" ON "product_profile" ("rating_average") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "recent_view" ("id" text not null, "customer_id" text not null, "product_id" text not null, "viewed_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "recent_view_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_recent_view_deleted_at" ON "recent_view" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_recent_view_customer_id_product_id_unique" ON "recent_view" ("customer_id", "product_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "variant_profile" ("id" text not null, "variant_id" text not null, "product_id" text not null, "active" boolean not null default true, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "variant_profile_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_variant_profile_variant_id_unique" ON "variant_profile" ("variant_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_variant_profile_product_id" ON "variant_profile" ("product_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_variant_profile_deleted_at" ON "variant_profile" ("deleted_at") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "product_profile" cascade;`)

    this.addSql(`drop table if exists "recent_view" cascade;`)

    this.addSql(`drop table if exists "variant_profile" cascade;`)
  }
}
